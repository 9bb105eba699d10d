using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>
/// Finds what on a site leads to an item or an address: links in texts, items chosen in fields, entries of the menu.
/// </summary>
public sealed class WhereUsed(SiteDbContext db)
{
    private const int Most = 200;

    // Each text looked for is a scan of its own to the database; beyond these few it is asked for what all of them have
    // in common.
    private const int Few = 8;

    /// <summary>Something that leads to a target; without an item it is an entry of the menu.</summary>
    public sealed record Use(string Target, string? ItemId, string Title);

    private sealed record Text(string ItemId, string Title, FieldValues Fields);

    /// <summary>What leads to these items from elsewhere; at most two hundred texts are named.</summary>
    public async Task<IReadOnlyList<Use>> OfItemsAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellation = default)
    {
        var rows = await db.Set<Publication>().AsNoTracking().Where(row => ids.Contains(row.ItemId))
            .Select(row => new { row.ItemId, row.Section, row.Slug }).ToListAsync(cancellation);
        var needles = ids.Select(id => (Target: id, Text: id))
            .Concat(rows.Select(row => (Target: row.ItemId, Text: $"/{row.Section}/{row.Slug}")));
        return await FindAsync(new LinkTargets(needles), ids.ToHashSet(StringComparer.Ordinal), cancellation);
    }

    /// <summary>What still leads to an address of this site.</summary>
    public Task<IReadOnlyList<Use>> OfAddressAsync(string path, CancellationToken cancellation = default) =>
        FindAsync(new LinkTargets([(path, path)]), [], cancellation);

    private async Task<IReadOnlyList<Use>> FindAsync(
        LinkTargets targets, HashSet<string> except, CancellationToken cancellation)
    {
        if (targets.Texts.Count == 0)
        {
            return [];
        }

        var words = Mentioning<Translation>(nameof(Translation.Fields), targets)
            .Where(row => db.Set<Item>().Any(item => item.Id == row.ItemId && item.BinnedAt == null))
            .Select(row => new Text(row.ItemId, row.Title, row.Fields));
        var facts = Mentioning<Item>(nameof(Item.Shared), targets).Where(item => item.BinnedAt == null)
            .Select(item => new Text(item.Id, "", item.Shared));
        return
        [
            .. await InMenuAsync(targets, cancellation),
            .. (await InTextsAsync(words, targets, except, cancellation))
                .Concat(await TitledAsync(await InTextsAsync(facts, targets, except, cancellation), cancellation))
                .DistinctBy(use => (use.Target, use.ItemId)),
        ];
    }

    // Cut after matching: what the database lets through may lead elsewhere.
    private static async Task<List<Use>> InTextsAsync(
        IQueryable<Text> texts, LinkTargets targets, HashSet<string> except, CancellationToken cancellation)
    {
        var uses = new List<Use>();
        var named = 0;
        await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var found = except.Contains(text.ItemId) ? [] : targets.In(text.Fields);
            uses.AddRange(found.Select(target => new Use(target, text.ItemId, text.Title)));
            if (found.Count > 0 && ++named == Most)
            {
                break;
            }
        }

        return uses;
    }

    private async Task<IEnumerable<Use>> TitledAsync(List<Use> uses, CancellationToken cancellation)
    {
        var ids = uses.Select(use => use.ItemId).Distinct().ToList();
        var titles = ids.Count == 0 ? []
            : await db.Set<Translation>().AsNoTracking().Where(words => ids.Contains(words.ItemId) && words.Title != "")
            .Select(words => new { words.ItemId, words.Title }).ToListAsync(cancellation);
        var first = titles.ToLookup(words => words.ItemId, words => words.Title);
        return uses.Select(use => use with { Title = first[use.ItemId!].FirstOrDefault() ?? "" });
    }

    private async Task<IEnumerable<Use>> InMenuAsync(LinkTargets targets, CancellationToken cancellation)
    {
        var setting = await db.Set<SiteSetting>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Name == SiteSetting.Menu, cancellation);
        var entries = setting is null ? []
            : Cultures.All.SelectMany(culture => MenuItem.Read(setting.Value, culture))
                .SelectMany(entry => entry.Children.Prepend(entry));
        return entries.SelectMany(entry => targets.In($"{entry.Item} {entry.Url}")
            .Select(target => new Use(target, null, entry.Text))).DistinctBy(use => use.Target);
    }

    // Field documents are text to the database and objects to the model, so the question is put in SQL.
    private IQueryable<T> Mentioning<T>(string column, LinkTargets targets) where T : class
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
        var like = db.Database.IsNpgsql() ? "ILIKE" : "LIKE";
        var marks = targets.Texts.Count <= Few ? targets.Texts : Marks(targets.Texts);
        var condition =
            string.Join(" OR ", marks.Select((_, index) => $"{sql.DelimitIdentifier(column)} {like} {{{index}}}"));
        var query = $"SELECT * FROM {table} WHERE {condition}";
        return db.Set<T>().FromSqlRaw(query, [.. marks.Select(mark => $"%{mark}%")]).AsNoTracking();
    }

    // What any link to such a target holds: a link or a pick by id, or the path of its section.
    private static HashSet<string> Marks(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => text.LastIndexOf('/') is >= 0 and var slash ? [text[..(slash + 1)]]
            : (string[])[BodyLinks.ItemScheme, "[\""])];
}
