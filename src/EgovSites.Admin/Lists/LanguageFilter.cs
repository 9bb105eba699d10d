using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Tajik;

namespace EgovSites.Admin.Lists;

/// <summary>
/// Narrows items by how a language of theirs stands, as the address says it: <c>ru</c> where it is missing,
/// <c>outdated</c> in any language, <c>wanting</c> where either holds, <c>outdated:ru</c> and <c>draft:ru</c> (or
/// another state) in one; unknown words narrow nothing.
/// </summary>
public static class LanguageFilter
{
    public const string Outdated = "outdated";

    /// <summary>Missing or outdated, in any language.</summary>
    public const string Wanting = "wanting";

    public static string Of(string word, string culture) => $"{word}:{culture}";

    public static IQueryable<Item> Narrow(IQueryable<Item> items, IQueryable<Translation> translations, string? wish) =>
        (wish ?? "").Split(':') switch
        {
            [var culture] when Cultures.IsKnown(culture) =>
                items.Where(item => !translations.Where(words => words.Culture == culture && words.FoldedTitle != "")
                    .Select(words => words.ItemId).Contains(item.Id)),
            [Wanting] => Wanted(items, translations),
            [Outdated] => items.WhereOutdated(translations),
            [Outdated, var culture] when Cultures.IsKnown(culture) => items.WhereOutdated(translations, culture),
            [var word, var culture] when Cultures.IsKnown(culture) && StateOf(word) is { } state =>
                items.Where(item =>
                    item.Translations.Any(words => words.Culture == culture && words.Title != "" && words.State == state)),
            _ => items,
        };

    /// <summary>A wish that is known, or null.</summary>
    public static string? Read(string? wish) =>
        Cultures.IsKnown(wish) || wish is Outdated or Wanting || PartsOf(wish) is not null ? wish : null;

    /// <summary>The state and the language of a wish for one language, or null.</summary>
    public static (string Word, string Culture)? PartsOf(string? wish) =>
        (wish ?? "").Split(':') is [var word, var culture]
        && Cultures.IsKnown(culture) && (word == Outdated || StateOf(word) is not null) ? (word, culture) : null;

    private static IQueryable<Item> Wanted(IQueryable<Item> items, IQueryable<Translation> translations)
    {
        var count = Cultures.All.Count;
        var complete = translations.Where(words => words.FoldedTitle != "").GroupBy(words => words.ItemId)
            .Where(rows => rows.Count() == count).Select(rows => rows.Key);
        var outdated = translations.OutdatedItems();
        return items.Where(item => !complete.Contains(item.Id) || outdated.Contains(item.Id));
    }

    private static TranslationState? StateOf(string word) =>
        Enum.GetValues<TranslationState>().Cast<TranslationState?>()
            .FirstOrDefault(state => state.ToString()!.Equals(word, StringComparison.OrdinalIgnoreCase));
}
