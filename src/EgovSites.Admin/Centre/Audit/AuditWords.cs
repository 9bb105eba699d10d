using EgovSites.Platform.Localization;

namespace EgovSites.Admin.Centre.Audit;

/// <summary>
/// The words of a verb in the log; a verb of a feature that is gone still shows what was written down.
/// </summary>
public static class AuditWords
{
    public static string Of(Words words, string verb) => words.Has($"audit.{verb}") ? words[$"audit.{verb}"] : verb;
}
