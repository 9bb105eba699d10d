namespace EgovSites.Admin.Languages.Memory;

/// <summary>
/// A translation found for a sentence; <c>Percent</c> is 100 for the same sentence, and 0 for a term that stands in it.
/// </summary>
public sealed record Suggestion(string Source, string Target, int Percent);
