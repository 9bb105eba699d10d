using System.Globalization;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tajik;

namespace EgovSites.Admin.Site.Menu;

/// <summary>Brings the three menus of a site together into one tree, and takes it apart again.</summary>
public static class MenuTree
{
    public static List<MenuEntry> Read(FieldValues setting)
    {
        var tree = new List<MenuEntry>();
        foreach (var culture in Cultures.All)
        {
            Merge(tree, MenuItem.Read(setting, culture), culture);
        }

        return tree;
    }

    /// <summary>An entry without words in a language is left out of that language's menu.</summary>
    public static FieldValues Write(IReadOnlyList<MenuEntry> tree)
    {
        var setting = new FieldValues();
        foreach (var culture in Cultures.All)
        {
            setting[culture] = MenuItem.Write(In(tree, culture));
        }

        return setting;
    }

    /// <summary>
    /// The list an entry stands in and its place there, from a position such as <c>3</c> or <c>3.1</c>; null where none
    /// stands.
    /// </summary>
    public static (List<MenuEntry> Siblings, int Index)? At(List<MenuEntry> tree, string? position)
    {
        var siblings = tree;
        var steps = (position ?? "").Split('.');
        for (var depth = 0; depth < steps.Length; depth++)
        {
            if (!int.TryParse(steps[depth], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                || index >= siblings.Count)
            {
                return null;
            }

            if (depth == steps.Length - 1)
            {
                return (siblings, index);
            }

            siblings = siblings[index].Children;
        }

        return null;
    }

    // The languages' menus were written apart: what leads to the same place at the same level is one entry.
    private static void Merge(List<MenuEntry> level, IReadOnlyList<MenuItem> items, string culture)
    {
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            var path = PathOf(item.Url, culture);
            var entry =
                level.Find(known => known.Text[culture].Length == 0 && known.Item == item.Item && known.Path == path);
            if (entry is null)
            {
                entry = new MenuEntry { Path = path, Item = item.Item };
                level.Insert(Math.Min(index, level.Count), entry);
            }

            entry.Text = entry.Text.With(culture, item.Text);
            Merge(entry.Children, item.Children, culture);
        }
    }

    private static List<MenuItem> In(IEnumerable<MenuEntry> level, string culture) =>
    [
        .. level.Where(entry => entry.Text[culture].Length > 0)
            .Select(entry =>
                new MenuItem(entry.Text[culture], UrlOf(entry.Path, culture),
                    In(entry.Children, culture)) { Item = entry.Item }),
    ];

    private static string PathOf(string url, string culture) =>
        url == $"~/{culture}" ? "/" : url.StartsWith($"~/{culture}/", StringComparison.Ordinal)
            ? url[(culture.Length + 2)..] : url;

    private static string UrlOf(string path, string culture) =>
        path == "/" ? $"~/{culture}" : path.StartsWith('/') ? $"~/{culture}{path}" : path;
}
