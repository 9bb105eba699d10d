namespace EgovSites.Platform.Desk;

/// <summary>
/// A number at the head of the dashboard: the key of its words, where it leads, and its look (good, warn, stop or
/// nothing).
/// </summary>
public sealed record DeskFigure(int Number, string TextKey, string Address, string Look);
