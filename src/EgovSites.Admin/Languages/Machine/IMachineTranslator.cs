namespace EgovSites.Admin.Languages.Machine;

/// <summary>Translates texts without a person; what it gives is a draft until somebody has read it.</summary>
public interface IMachineTranslator
{
    /// <summary>False where none is set up.</summary>
    bool IsOpen { get; }

    /// <summary>
    /// As many texts as were given, or the reason why there are none; never throws for what the other side does.
    /// </summary>
    Task<MachineAnswer> TranslateAsync(
        string from, string to, IReadOnlyList<string> texts, CancellationToken cancellation = default);
}
