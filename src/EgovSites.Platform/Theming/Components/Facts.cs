using EgovSites.Platform.Theming.Views;

namespace EgovSites.Platform.Theming.Components;

/// <summary>Some of an item's fields as a list of labels and values; empty ones are left out.</summary>
public sealed record Facts(ItemView Item, params IReadOnlyList<string> Fields)
{
    public IEnumerable<string> Present => Fields.Where(Item.Has);
}
