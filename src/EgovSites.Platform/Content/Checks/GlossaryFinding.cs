namespace EgovSites.Platform.Content.Checks;

/// <summary>A place where a text says an official name otherwise than the glossary.</summary>
public sealed record GlossaryFinding(int Start, string Found, string Suggestion);
