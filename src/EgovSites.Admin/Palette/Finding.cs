namespace EgovSites.Admin.Palette;

/// <summary>
/// Something the palette leads to: an action of the desk or an item, whose title may be in another language.
/// </summary>
public sealed record Finding(string Text, string Hint, string Href, string? Lang = null);
