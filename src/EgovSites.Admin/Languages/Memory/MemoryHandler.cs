using System.Security.Cryptography;
using System.Text;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Memory;

/// <summary>
/// Keeps the translation memory in step with what is published: the sentences of an item's published languages, pair by
/// pair. While a translation is behind its source its earlier pairs stay; with the publication they vanish.
/// </summary>
public sealed class MemoryHandler(Standards standards, SiteDatabases sites) : IOutboxHandler
{
    private const int MaxAttempts = 4;

    public async Task HandleAsync(
        Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RememberAsync(tenant, message, cancellation);
                return;
            }
            catch (DbUpdateException) when (attempt < MaxAttempts)
            {
                // Another relay wrote the same pairs in the same moment; the next look finds them.
            }
        }
    }

    private async Task RememberAsync(Tenant tenant, OutboxMessage message, CancellationToken cancellation)
    {
        // A context of its own: rows that could not be saved must not stay with the relay's.
        await using var db = sites.Open(tenant);
        var item = await db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == message.ItemId, cancellation);
        var open = item is null || item.BinnedAt is not null ? []
            : item.Translations.Where(words => words.PublishedRevision > 0).ToList();
        var pairs = open.SelectMany(_ => open, (from, to) => (from, to)).Where(pair => pair.from != pair.to).ToList();
        var current = pairs.Where(pair => !SourceLanguage.IsOutdated(item!, pair.from)
            && !SourceLanguage.IsOutdated(item!, pair.to)).ToList();
        var kept = pairs.Except(current).Select(pair => (pair.from.Culture, pair.to.Culture)).ToHashSet();
        var revisions = open.Select(words => words.PublishedRevision).Distinct().ToList();
        var published = current.Count == 0 ? [] : await db.Set<Revision>().AsNoTracking()
            .Where(row => row.ItemId == message.ItemId && revisions.Contains(row.Number))
            .ToDictionaryAsync(row => row.Number, cancellation);

        var wanted = current.SelectMany(pair =>
            Pairs(tenant, item!, (pair.from.Culture, Words(published, pair.from)),
                (pair.to.Culture, Words(published, pair.to)))).ToList();
        var present = (await db.Set<MemoryPair>().AsNoTracking().Where(row => row.ItemId == message.ItemId)
            .ToListAsync(cancellation))
            .Where(row => !kept.Contains((row.From, row.To))).ToList();
        // A set of languages is handed over one by one; only the first time is there anything to write.
        if (!wanted.Select(Said).ToHashSet().SetEquals(present.Select(Said)))
        {
            await ReplaceAsync(db, present, wanted, cancellation);
        }
    }

    private static (string, string) Said(MemoryPair pair) => (pair.Id, pair.Target);

    private static async Task ReplaceAsync(
        SiteDbContext db, List<MemoryPair> present, List<MemoryPair> wanted, CancellationToken cancellation)
    {
        var gone = present.Select(pair => pair.Id).ToList();
        await using var transaction = await db.BeginWriteAsync(cancellation);
        await db.Set<MemoryWord>().Where(row => gone.Contains(row.PairId)).ExecuteDeleteAsync(cancellation);
        await db.Set<MemoryPair>().Where(row => gone.Contains(row.Id)).ExecuteDeleteAsync(cancellation);
        foreach (var pair in wanted)
        {
            db.Add(pair);
            db.AddRange(Likeness.WordsOf(pair.Source)
                .Select(word => new MemoryWord { From = pair.From, To = pair.To, Word = word, PairId = pair.Id }));
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private IEnumerable<MemoryPair> Pairs(
        Tenant tenant, Item item, (string Culture, FieldValues Words) from, (string Culture, FieldValues Words) to)
    {
        var fields = standards[tenant.Standard].Type(item.Type)?.LocalizableFields ?? [];
        var sentences = fields.Where(IsText)
            .SelectMany(field => Sentences.Aligned(from.Words.Text(field.Name), to.Words.Text(field.Name)));
        foreach (var (source, target) in sentences.DistinctBy(pair => Likeness.HashOf(pair.Source)))
        {
            var hash = Likeness.HashOf(source);
            // Made from what it says, so that two relays at once cannot keep it twice.
            var id = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{item.Id} {from.Culture} {to.Culture} {hash}")))[..32];
            yield return new MemoryPair
            {
                Id = id,
                ItemId = item.Id,
                From = from.Culture,
                To = to.Culture,
                Hash = hash,
                Source = source,
                Target = target
            };
        }
    }

    private static bool IsText(FieldDefinition field) =>
        FieldTypes.Of(field) is TextField or MarkdownField && field.Name != FieldNames.Slug;

    private static FieldValues Words(Dictionary<int, Revision> published, Translation words) =>
        FieldValues.Parse(
            published.GetValueOrDefault(words.PublishedRevision)?.Translations[words.Culture]?.ToJsonString() ?? "");
}
