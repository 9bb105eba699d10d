namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>An editor's word that a translation, or one field of it, says what the source says now.</summary>
public sealed record Vouch(string Culture, string? Field = null);
