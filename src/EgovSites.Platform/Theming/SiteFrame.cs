
namespace EgovSites.Platform.Theming;

/// <summary>What stands around every page of a tenant in one culture: menu, contacts, date of the last change.</summary>
public sealed record SiteFrame(IReadOnlyList<MenuItem> Menu, ItemView? Contacts, DateTimeOffset? UpdatedAt);
