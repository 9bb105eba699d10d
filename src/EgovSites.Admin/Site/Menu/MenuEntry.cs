using EgovSites.Platform.Localization;

namespace EgovSites.Admin.Site.Menu;

/// <summary>
/// An entry of the public menu as editors see it: one thing with its words in three languages. <c>Path</c> is an
/// address of this site without its language, a full https address, or empty for one that leads to an item or only
/// opens its children.
/// </summary>
public sealed class MenuEntry
{
    public Trilingual Text { get; set; } = Trilingual.Empty;

    public string Path { get; init; } = "";

    /// <summary>The id of the item it leads to, wherever that item stands; null for the others.</summary>
    public string? Item { get; init; }

    public List<MenuEntry> Children { get; } = [];

    public IEnumerable<MenuEntry> WithChildren => Children.SelectMany(child => child.WithChildren).Prepend(this);
}
