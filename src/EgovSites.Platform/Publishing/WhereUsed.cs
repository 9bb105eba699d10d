using System.Text.RegularExpressions;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace EgovSites.Platform.Publishing;

/// <summary>Finds what on a site leads to an item or an address: links in texts, items chosen in fields, entries of the menu.</summary>
public sealed class WhereUsed(SiteDbContext db)
{
    private const int Most = 200;

    /// <summary>Something that leads to a target; without an item it is an entry of the menu.</summary>
    public sealed record Use(string Target, string? ItemId, string Title);

    /// <summary>What leads to these items from elsewhere; at most two hundred texts are looked at.</summary>
    public async Task<IReadOnlyList<Use>> OfItemsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation = default)
    {
        var rows = await db.Set<Publication>().AsNoTracking().Where(row => ids.Contains(row.ItemId))
            .Select(row => new { row.ItemId, row.Section, row.Slug }).ToListAsync(cancellation);
        var needles = ids.Select(id => (Target: id, Text: id)).Concat(rows.Select(row => (Target: row.ItemId, Text: $"/{row.Section}/{row.Slug}"))).Distinct().ToList();
        return await FindAsync(needles, ids, cancellation);
    }

    /// <summary>What still leads to an address of this site.</summary>
    public Task<IReadOnlyList<Use>> OfAddressAsync(string path, CancellationToken cancellation = default) => FindAsync([(path, path)], [], cancellation);

    private async Task<IReadOnlyList<Use>> FindAsync(
        List<(string Target, string Text)> needles, IReadOnlyCollection<string> except, CancellationToken cancellation)
    {
        if (needles.Count == 0)
        {
            return [];
        }

        var words = await Mentioning<Translation>(nameof(Translation.Fields), needles)
            .Where(row => !except.Contains(row.ItemId) && db.Set<Item>().Any(item => item.Id == row.ItemId && item.BinnedAt == null))
            .Select(row => new { row.ItemId, row.Title, row.Fields }).Take(Most).ToListAsync(cancellation);
        var items = await Mentioning<Item>(nameof(Item.Shared), needles).Where(item => !except.Contains(item.Id) && item.BinnedAt == null)
            .Select(item => new { ItemId = item.Id, Titles = item.Translations.Select(row => row.Title).ToList(), item.Shared }).Take(Most).ToListAsync(cancellation);
        return
        [
            .. await InMenuAsync(needles, cancellation),
            .. words.SelectMany(row => TargetsIn(row.Fields.ToJson(), needles).Select(target => new Use(target, row.ItemId, row.Title)))
                .Concat(items.SelectMany(row => TargetsIn(row.Shared.ToJson(), needles).Select(target => new Use(target, row.ItemId, row.Titles.Find(title => title.Length > 0) ?? ""))))
                .DistinctBy(use => (use.Target, use.ItemId)),
        ];
    }

    private async Task<IEnumerable<Use>> InMenuAsync(List<(string Target, string Text)> needles, CancellationToken cancellation)
    {
        var setting = await db.Set<SiteSetting>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == SiteSetting.Menu, cancellation);
        var entries = setting is null ? [] : Cultures.All.SelectMany(culture => MenuItem.Read(setting.Value, culture)).SelectMany(entry => entry.Children.Prepend(entry));
        return entries.SelectMany(entry => TargetsIn($"{entry.Item} {entry.Url}", needles).Select(target => new Use(target, null, entry.Text))).DistinctBy(use => use.Target);
    }

    private static IEnumerable<string> TargetsIn(string text, List<(string Target, string Text)> needles) => needles
        .Where(needle => Regex.IsMatch(text, $"{Regex.Escape(needle.Text)}(?![A-Za-z0-9-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
        .Select(needle => needle.Target).Distinct();

    // Field documents are text to the database and objects to the model, so the question is put in SQL.
    private IQueryable<T> Mentioning<T>(string column, List<(string Target, string Text)> needles) where T : class
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
        var texts = needles.Select(needle => needle.Text).Distinct().ToList();
        var condition = string.Join(" OR ", texts.Select((_, index) => $"{sql.DelimitIdentifier(column)} LIKE {{{index}}}"));
        var query = $"SELECT * FROM {table} WHERE {condition}";
        return db.Set<T>().FromSqlRaw(query, [.. texts.Select(text => $"%{text}%")]).AsNoTracking();
    }
}
