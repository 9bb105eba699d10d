namespace EgovSites.Admin.Languages.Machine;

/// <summary>Stands where no translator is set up.</summary>
public sealed class NoMachineTranslator : IMachineTranslator
{
    public bool IsOpen => false;

    public Task<MachineAnswer> TranslateAsync(
        string from, string to, IReadOnlyList<string> texts, CancellationToken cancellation = default) =>
        Task.FromResult(MachineAnswer.Refused("machine.failed"));
}
