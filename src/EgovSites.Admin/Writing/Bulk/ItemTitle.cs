using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Tajik;

namespace EgovSites.Admin.Writing.Bulk;

/// <summary>The words to call an item by: Tajik first.</summary>
public static class ItemTitle
{
    public static string Of(Item item) =>
        Cultures.All.Select(culture => item.In(culture)?.Title).FirstOrDefault(title => !string.IsNullOrEmpty(title))
            ?? "";
}
