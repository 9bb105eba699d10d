namespace EgovSites.Platform.Content.Comparison;

/// <summary>Neighbouring words with the same fate, with the spaces between them.</summary>
public sealed record TextRun(RunKind Kind, string Text);
