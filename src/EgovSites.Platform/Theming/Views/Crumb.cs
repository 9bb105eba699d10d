namespace EgovSites.Platform.Theming.Views;

/// <summary>A step of the path to a page; the last one has no address.</summary>
public sealed record Crumb(string Text, string? Path = null);
