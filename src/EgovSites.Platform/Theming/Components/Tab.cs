namespace EgovSites.Platform.Theming.Components;

/// <summary>One of a row of links that show a list in parts.</summary>
public sealed record Tab(string Text, string Path, bool IsCurrent, int? Count = null);
