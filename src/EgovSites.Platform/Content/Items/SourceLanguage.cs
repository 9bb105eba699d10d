using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Content.Items;

/// <summary>Which words of an item are the original, and which translations have fallen behind them.</summary>
public static class SourceLanguage
{
    /// <summary>
    /// The words the others are made from: Tajik where it has any, else the first language that has; null before
    /// anything is written.
    /// </summary>
    public static Translation? Of(Item item) =>
        Cultures.All.Select(item.In).FirstOrDefault(words => words?.Title.Length > 0);

    /// <summary>
    /// True when the source has changed in a field that nobody has looked at in this translation since.
    /// </summary>
    public static bool IsOutdated(Item item, Translation words) => words.Title.Length > 0
        && item.Translations.Any(source => source.Title.Length > 0
            && IsOutdated(source.MadeFrom, source.ChangedIn, words.MadeFrom));

    /// <summary>The same rule on the bare numbers; every save keeps them true, so that a query can tell.</summary>
    public static bool IsOutdated(int sourceMadeFrom, int sourceChangedIn, int madeFrom) =>
        madeFrom > 0 && sourceMadeFrom == 0 && sourceChangedIn > madeFrom;

    /// <summary>The items with a translation that has fallen behind: in one language, or in any.</summary>
    public static IQueryable<Item> WhereOutdated(
        this IQueryable<Item> items, IQueryable<Translation> translations, string? culture = null)
    {
        var outdated = translations.OutdatedItems(culture);
        return items.Where(item => outdated.Contains(item.Id));
    }

    /// <summary>
    /// The ids of the same items, the binned ones too. One pass without a join: a planner that has no figures yet, as
    /// after an import, would join every row with every row.
    /// </summary>
    public static IQueryable<string> OutdatedItems(this IQueryable<Translation> translations, string? culture = null) =>
        translations
        // Folded titles instead of titles: they stand in the index, so that no text is read.
        .Where(words => words.FoldedTitle != "")
        .GroupBy(words => words.ItemId)
        .Where(item => item.Max(words => words.MadeFrom == 0 ? (int?)words.ChangedIn : null)
            > item.Min(words => words.MadeFrom > 0 && (culture == null || words.Culture == culture)
                ? (int?)words.MadeFrom : null))
        .Select(item => item.Key);
}
