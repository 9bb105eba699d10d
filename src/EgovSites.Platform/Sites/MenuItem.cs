using System.Text.Json;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;

namespace EgovSites.Platform.Sites;

/// <summary>
/// An entry of a site's menu in one culture; <c>Url</c> is empty for one that only opens its children.
/// </summary>
public sealed record MenuItem(string Text, string Url, IReadOnlyList<MenuItem> Children)
{
    /// <summary>
    /// The id of the item it leads to wherever that stands; then <c>Url</c> is found when the menu is read.
    /// </summary>
    public string? Item { get; init; }

    public static IReadOnlyList<MenuItem> Read(FieldValues setting, string culture) =>
        setting[culture] is JsonArray entries ? entries.Deserialize<List<MenuItem>>() ?? [] : [];

    public static JsonNode Write(IReadOnlyList<MenuItem> menu) => JsonSerializer.SerializeToNode(menu)!;
}
