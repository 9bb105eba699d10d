using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;

namespace EgovSites.Platform.Sites;

/// <summary>The order of a home page's blocks: the site's own choice within what the standard leaves open.</summary>
public static class HomeLayout
{
    private const string OrderKey = "order";
    private const string OffKey = "off";

    /// <summary>Every block of the standard in the site's order; what the site has not placed yet comes last.</summary>
    public static IReadOnlyList<HomeBlock> Ordered(HomeSections home, FieldValues? setting)
    {
        var wanted = NamesIn(setting, OrderKey);
        return [.. home.Blocks.OrderBy(block => wanted.IndexOf(block.Name) is >= 0 and var place ? place
            : int.MaxValue)];
    }

    /// <summary>The names of the blocks that visitors see, in order.</summary>
    public static IReadOnlyList<string> Shown(HomeSections home, FieldValues? setting)
    {
        var off = NamesIn(setting, OffKey);
        return [.. Ordered(home, setting).Where(block => block.Locked || !off.Contains(block.Name))
            .Select(block => block.Name)];
    }

    public static FieldValues Write(IEnumerable<string> order, IEnumerable<string> off) => new()
    {
        [OrderKey] = ArrayOf(order),
        [OffKey] = ArrayOf(off),
    };

    private static List<string> NamesIn(FieldValues? setting, string key) =>
        [.. (setting?[key] as JsonArray ?? []).Select(name => name!.ToString())];

    private static JsonArray ArrayOf(IEnumerable<string> names) =>
        new([.. names.Select(name => JsonValue.Create(name))]);
}
