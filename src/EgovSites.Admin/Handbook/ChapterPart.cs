using EgovSites.Platform.Theming.Views;


namespace EgovSites.Admin.Handbook;

/// <summary>
/// A stretch of a chapter: text, a table that may scroll, or a picture by its address within the handbook.
/// </summary>
public sealed record ChapterPart(RenderedHtml Text, bool IsTable = false, string Picture = "", string Alt = "");
