using EgovSites.Admin.Lists;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages;

/// <summary>Counts how all items of a site stand in each language: three queries, whatever their number.</summary>
public sealed record Tally(
    IReadOnlyDictionary<string, int> Items,
    IReadOnlyDictionary<(string Type, string Culture, TranslationState State), int> States,
    IReadOnlyDictionary<(string Type, string Culture), int> Outdated)
{
    public static async Task<Tally> ReadAsync(SiteDbContext db, CancellationToken cancellation)
    {
        var present = db.Set<Item>().Where(item => item.BinnedAt == null);
        var items = await present.GroupBy(item => item.Type).Select(rows => new { rows.Key, Count = rows.Count() })
            .ToListAsync(cancellation);
        // The folded title stands in the index; the title itself lies behind all the words of a row.
        var written = present.SelectMany(item =>
            item.Translations.Where(words => words.FoldedTitle != ""), (item, words) =>
            new { item.Type, Words = words });
        var states = await written.GroupBy(row => new { row.Type, row.Words.Culture, row.Words.State })
            .Select(rows => new { rows.Key, Count = rows.Count() }).ToListAsync(cancellation);
        var sources = db.Set<Translation>().Where(source => source.MadeFrom == 0 && source.FoldedTitle != "");
        var outdated = await written
            .Where(row => row.Words.MadeFrom > 0
                && sources.Any(source => source.ItemId == row.Words.ItemId && source.ChangedIn > row.Words.MadeFrom))
            .GroupBy(row => new { row.Type, row.Words.Culture }).Select(rows => new { rows.Key, Count = rows.Count() })
            .ToListAsync(cancellation);
        return new Tally(
            items.ToDictionary(row => row.Key, row => row.Count),
            states.ToDictionary(row => (row.Key.Type, row.Key.Culture, row.Key.State), row => row.Count),
            outdated.ToDictionary(row => (row.Key.Type, row.Key.Culture), row => row.Count));
    }

    /// <summary>One section's line; null for the line of all sections.</summary>
    public BoardRow Row(ContentType? type)
    {
        var items = Items.Where(pair => type is null || pair.Key == type.Name).Sum(pair => pair.Value);
        return new BoardRow(type, items,
            [.. Cultures.All.Select(culture =>
                new BoardCell(culture, [.. Counts(type, culture, items).Where(count => count.Number > 0)]))]);
    }

    private IEnumerable<BoardCell.Count> Counts(ContentType? type, string culture, int items)
    {
        var states = States.Where(pair => pair.Key.Culture == culture && (type is null || pair.Key.Type == type.Name))
            .ToList();
        yield return new("content.is.missing", "warn", culture, items - states.Sum(pair => pair.Value));
        yield return new("content.is.outdated", "warn", LanguageFilter.Of(LanguageFilter.Outdated, culture),
            Outdated.Where(pair => pair.Key.Culture == culture && (type is null || pair.Key.Type == type.Name))
                .Sum(pair => pair.Value));
        foreach (var state in Enum.GetValues<TranslationState>())
        {
            var word = state.ToString().ToLowerInvariant();
            yield return new($"content.is.{word}", state == TranslationState.Published ? "good"
                : "", LanguageFilter.Of(word, culture),
                states.Where(pair => pair.Key.State == state).Sum(pair => pair.Value));
        }
    }
}
