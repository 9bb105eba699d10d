using EgovSites.Platform.Content.Definitions;


namespace EgovSites.Admin.Site.Menu;

/// <summary>What the standard says of every site's menu.</summary>
public static class MenuRules
{
    /// <summary>
    /// True for an entry without which nothing would lead to a place that the standard keeps in the menu.
    /// </summary>
    public static bool IsLocked(Standard standard, IReadOnlyCollection<MenuEntry> tree, MenuEntry entry)
    {
        var going = entry.WithChildren.ToHashSet();
        var staying = tree.SelectMany(one => one.WithChildren).Where(one => !going.Contains(one))
            .Select(one => one.Path).ToHashSet(StringComparer.Ordinal);
        return standard.MenuKeeps.Select(section => "/" + section)
            .Any(path => going.Any(one => one.Path == path) && !staying.Contains(path));
    }
}
