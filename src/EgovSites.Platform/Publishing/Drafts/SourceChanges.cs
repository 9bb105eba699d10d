using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>Says field by field what changed in the source since a translation was made from it.</summary>
public sealed class SourceChanges
{
    private readonly IReadOnlyDictionary<int, Revision> _revisions;

    internal SourceChanges(IReadOnlyDictionary<int, Revision> revisions) => _revisions = revisions;

    /// <summary>
    /// Reads the saved states which the item's translations were made from: one query, none for a new item.
    /// </summary>
    public static async Task<SourceChanges> LoadAsync(
        SiteDbContext db, Item item, CancellationToken cancellation = default)
    {
        var numbers = item.Translations
            .SelectMany(words => FieldRevisions(words).Append(words.MadeFrom).Append(words.ChangedIn))
            .Where(number => number > 0).Distinct().ToList();
        return new(await db.Set<Revision>().AsNoTracking()
            .Where(row => row.ItemId == item.Id && numbers.Contains(row.Number))
            .ToDictionaryAsync(row => row.Number, cancellation));
    }

    /// <summary>The fields to look at in one language, in no promised order; empty when it is up to date.</summary>
    public IReadOnlyList<SourceChange> Of(Item item, string culture)
    {
        if (SourceLanguage.Of(item) is not { } source || item.In(culture) is not { } words || source == words
            || !SourceLanguage.IsOutdated(item, words))
        {
            return [];
        }

        return
        [
            .. source.Fields.Names.Union(Earlier(words.MadeFrom, source.Culture).Select(pair => pair.Key))
                .Where(field => field != FieldNames.Slug && AgreesWith(words, field) < source.ChangedIn)
                .Select(field =>
                    new SourceChange(
                        field, Earlier(AgreesWith(words, field), source.Culture)[field], source.Fields[field]))
                .Where(change => !JsonNode.DeepEquals(change.Before, change.After)),
        ];
    }

    private static int AgreesWith(Translation words, string field) =>
        (int)(words.FieldsMadeFrom?.Number(field) ?? words.MadeFrom);

    private static IEnumerable<int> FieldRevisions(Translation words) =>
        (words.FieldsMadeFrom?.Names ?? []).Select(field => AgreesWith(words, field));

    private JsonObject Earlier(int revision, string culture) =>
        _revisions.GetValueOrDefault(revision)?.Translations[culture] as JsonObject ?? [];
}
