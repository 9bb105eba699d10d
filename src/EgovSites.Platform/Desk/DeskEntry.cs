namespace EgovSites.Platform.Desk;

/// <summary>
/// A line of the back office's side navigation, shown to whoever may open it. <c>Path</c> is below <c>/admin/sites/{slug}</c>,
/// or below <c>/admin</c> when the line is for the central team; <c>TextKey</c> is a key of the interface words. Orders below
/// 100 stand at the top, those below 200 with the content, the rest with the site.
/// </summary>
public sealed record DeskEntry(string TextKey, string Icon, string Path, int Order, bool IsCentral = false);
