namespace EgovSites.Platform.Tajik.Legacy;

/// <summary>
/// What an editor is asked: the likely scheme, how many words it would change, and one of them before and after.
/// </summary>
public sealed record LegacyFinding(LegacyScheme Scheme, int WordCount, string Before, string After);
