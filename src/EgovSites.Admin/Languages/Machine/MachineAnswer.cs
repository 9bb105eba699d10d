using EgovSites.Platform.Content;

namespace EgovSites.Admin.Languages.Machine;

/// <summary>The translated texts in their order, or why there are none.</summary>
public sealed record MachineAnswer(IReadOnlyList<string> Texts, Reason? Problem = null)
{
    public static MachineAnswer Refused(string key) => new([], new Reason(key));
}
