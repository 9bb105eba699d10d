using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Versions;

/// <summary>What differs between two states of an item, field by field, and which fields stayed as they were.</summary>
public sealed record Differences(IReadOnlyList<FieldDifference> Changed, IReadOnlyList<FieldDefinition> Same)
{
    public int AddedWords => Changed.Sum(one => one.Comparison.AddedWords);

    public int RemovedWords => Changed.Sum(one => one.Comparison.RemovedWords);

    /// <summary>Compares the shared facts, said in the reader's language, and the words of one language.</summary>
    public static async Task<Differences> FindAsync(
        SiteDbContext db, Words words, ContentType type, ItemState before, ItemState after, string language,
        string reader, CancellationToken cancellation)
    {
        var fields = type.Fields.Where(field => before[field] is not null || after[field] is not null).ToList();
        var changed = fields.Where(field => !JsonNode.DeepEquals(before[field], after[field])).ToList();
        var values = await ValuesAsync(db, words,
            changed.SelectMany(field => IdsIn(field, before).Concat(IdsIn(field, after))).ToHashSet(), cancellation);
        return new Differences([.. changed.Select(Compare)], [.. fields.Except(changed)]);

        FieldDifference Compare(FieldDefinition field)
        {
            var lang = field.Localizable ? language : reader;
            return new(field, lang,
                TextComparison.Of(values.Of(field, before[field], lang), values.Of(field, after[field], lang)),
                values.PicturesOf(before[field]), values.PicturesOf(after[field]));
        }
    }

    private static IEnumerable<string> IdsIn(FieldDefinition field, ItemState state) =>
        FieldTypes.Of(field) is MediaField ? MediaField.IdsOf(state[field]) : [];

    private static async Task<ReadableValues> ValuesAsync(
        SiteDbContext db, Words words, HashSet<string> ids, CancellationToken cancellation)
    {
        var media = ids.Count == 0 ? []
            : await db.Set<MediaFile>().AsNoTracking().Where(file => ids.Contains(file.Id))
                .ToDictionaryAsync(file => file.Id, cancellation);
        var titles = ids.Count == media.Count ? []
            : await db.Set<Translation>().AsNoTracking().Where(row => ids.Contains(row.ItemId) && row.Title != "")
            .Select(row => new { row.ItemId, row.Culture, row.Title }).ToListAsync(cancellation);
        return new(media, titles.GroupBy(row => row.ItemId)
            .ToDictionary(rows => rows.Key, rows => rows.OrderByDescending(row => row.Culture == Cultures.Default)
                .First().Title), words);
    }
}
