using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Sites;

namespace EgovSites.Platform.Recipes;

/// <summary>Makes the site's menu from Orchard's menu items, one per language.</summary>
internal static class RecipeMenu
{
    public static void Apply(IEnumerable<JsonObject> menus, RecipeRun run)
    {
        var setting = new SiteSetting { Name = SiteSetting.Menu, Value = new FieldValues() };
        foreach (var menu in menus)
        {
            setting.Value[ContentStep.CultureOf(menu)] = MenuItem.Write(Entries(menu));
        }

        if (setting.Value.Names.Any())
        {
            run.Db.Add(setting);
        }
    }

    private static List<MenuItem> Entries(JsonObject parent) =>
    [
        .. (parent["MenuItemsListPart"]?["MenuItems"] as JsonArray ?? []).OfType<JsonObject>()
        .Select(entry => new MenuItem(
            entry["DisplayText"]?.ToString() ?? "",
            SafeUrl(entry["LinkMenuItemPart"]?["Url"]?.ToString() ?? ""),
            Entries(entry))),
    ];

    private static string SafeUrl(string url) =>
        url.Length == 0 || url == "#" ? ""
        : Links.IsSafe(url) ? url
        : throw new RecipeException($"The menu address '{url}' is not allowed.");
}
