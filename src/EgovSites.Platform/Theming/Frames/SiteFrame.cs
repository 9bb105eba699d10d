using EgovSites.Platform.Sites;
using EgovSites.Platform.Theming.Views;


namespace EgovSites.Platform.Theming.Frames;

/// <summary>
/// What stands around every page of a tenant in one culture: menu, contacts, date of the last change; and the blocks of
/// its home page.
/// </summary>
public sealed record SiteFrame(
    IReadOnlyList<MenuItem> Menu, ItemView? Contacts, DateTimeOffset? UpdatedAt, IReadOnlyList<string> Home);
