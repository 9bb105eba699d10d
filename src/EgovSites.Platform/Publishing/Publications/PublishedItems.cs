using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>Reads what the tenant has published; what every page asks for is kept on the shelf.</summary>
public sealed class PublishedItems(SiteDbContext db, SiteShelf shelf, TimeProvider time)
{
    /// <summary>Further pages are asked for seldom.</summary>
    private const int PagesKept = 2;

    private const int BytesOfFigure = 100;

    /// <summary>
    /// All cultures in which an address of a section is or leads to an item, with the item's other cultures.
    /// </summary>
    public async Task<IReadOnlyList<Publication>> AtAsync(
        string section, string slug, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        // The one place where a page under a notice of withdrawal is still found.
        var all = Rows.IgnoreQueryFilters([Publication.WithoutWithdrawn]);
        return await all
            .Where(row => row.ShownAt <= now
                && all.Where(same => same.Section == section && same.Slug == slug).Select(same => same.ItemId)
                    .Contains(row.ItemId))
            .ToListAsync(cancellation);
    }

    /// <summary>The present address of an item that once stood at this one, or null.</summary>
    public Task<Publication?> MovedFromAsync(
        string culture, string section, string slug, CancellationToken cancellation = default) =>
        db.Set<FormerSlug>().AsNoTracking()
            .Where(former => former.Culture == culture && former.Section == section && former.Slug == slug)
            .Join(Rows.IgnoreQueryFilters([Publication.WithoutWithdrawn]), former => former.ItemId, row =>
                row.ItemId, (former, row) => row)
            .Where(row => row.Culture == culture)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>What is left of an address whose item was withdrawn, or null.</summary>
    public Task<GoneAddress?> GoneAsync(
        string culture, string section, string slug, CancellationToken cancellation = default) =>
        db.Set<GoneAddress>().AsNoTracking()
            .Where(gone => gone.Culture == culture && gone.Section == section && (gone.Slug == slug
                || db.Set<FormerSlug>()
                    .Any(former => former.Culture == culture && former.Section == section && former.Slug == slug
                        && former.ItemId == gone.ItemId)))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>A page of a type's list in the order its declaration states.</summary>
    public Task<ItemList> ListAsync(
        ContentType type, string culture, int page, ItemFilter filter, CancellationToken cancellation = default) =>
        page <= PagesKept && filter is { Facets.Count: 0, Words.Count: 0 }
            ? shelf.GetAsync(db.TenantId,
                ("list", type.Section, culture, Math.Max(page, 1), filter.Topic, filter.Month, filter.Open), async () =>
            {
                var now = time.GetUtcNow();
                var list = await ReadAsync(type, culture, page, filter, now, cancellation);
                return (list, BytesOf(list.Items), await ChangeAsync(type, culture, now, cancellation));
            })
            : ReadAsync(type, culture, page, filter, time.GetUtcNow(), cancellation);

    /// <summary>How many items of a type a filter leaves.</summary>
    public Task<int> CountAsync(
        ContentType type, string culture, ItemFilter filter, CancellationToken cancellation = default) =>
        CountAsync(type, culture, filter, time.GetUtcNow(), cancellation);

    /// <summary>How many items of a section are published in other cultures and not in this one, by culture.</summary>
    public Task<IReadOnlyDictionary<string, int>> OnlyElsewhereAsync(
        string section, string culture, CancellationToken cancellation = default) =>
        shelf.GetAsync<IReadOnlyDictionary<string, int>>(db.TenantId, ("elsewhere", section, culture), async () =>
        {
            var now = time.GetUtcNow();
            var counts = await Rows
                .Where(row => row.Section == section && row.Culture != culture && row.ShownAt <= now
                    && !Rows.Any(same => same.ItemId == row.ItemId && same.Culture == culture))
                .GroupBy(row => row.Culture)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
            return (counts, counts.Count,
                await NextAsync(
                    Rows.Where(row => row.Section == section && row.Culture != culture), now, cancellation));
        });

    /// <summary>
    /// How many items a section shows, in which months, of which topics, and what they can be narrowed by.
    /// </summary>
    public Task<SectionFigures> FiguresAsync(
        string section, string culture, CancellationToken cancellation = default) =>
        shelf.GetAsync(db.TenantId, ("figures", section, culture), async () =>
        {
            var now = time.GetUtcNow();
            // All of it stands in one index: no row is read.
            var rows = In(section, culture, now)
                .Select(row => new ValueTuple<DateTimeOffset, string?, string>(row.ShownAt, row.Topic, row.Facets));
            var figures = await SectionFigures.CountAsync(rows.AsAsyncEnumerable(), cancellation);
            var kinds = figures.Months.Count + figures.Topics.Count + figures.Facets.Count;
            return (figures, kinds * BytesOfFigure, await NextAsync(All(section, culture), now, cancellation));
        });

    /// <summary>The first items of a type, in its list's order; what is closed already is left out.</summary>
    public Task<IReadOnlyList<Publication>> FirstAsync(
        ContentType type, string culture, int count, CancellationToken cancellation = default) =>
        shelf.GetAsync<IReadOnlyList<Publication>>(db.TenantId, ("first", type.Section, culture, count), async () =>
        {
            var now = time.GetUtcNow();
            var rows = In(type.Section, culture, now)
                .Narrow(db, new ItemFilter { Open = type.Behaviours.Expires ? true : null }, now);
            var items = await rows.Sorted(type.List.Order, now).Take(count).ToListAsync(cancellation);
            return (items, BytesOf(items), await ChangeAsync(type, culture, now, cancellation));
        });

    /// <summary>The newest items of a type, whatever order its list has.</summary>
    public async Task<IReadOnlyList<Publication>> NewestAsync(
        ContentType type, string culture, int count, CancellationToken cancellation = default) =>
        await In(type.Section, culture, time.GetUtcNow()).Sorted(ListOrder.Newest, time.GetUtcNow()).Take(count)
            .ToListAsync(cancellation);

    /// <summary>How many items each section shows in a culture.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(
        string culture, CancellationToken cancellation = default) =>
        await db.Shown(culture, time.GetUtcNow()).GroupBy(row => row.Section)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    private async Task<int> CountAsync(
        ContentType type, string culture, ItemFilter filter, DateTimeOffset now, CancellationToken cancellation) =>
        (await FiguresAsync(type.Section, culture, cancellation)).CountOf(filter)
            ?? await In(type.Section, culture, now).Narrow(db, filter, now).CountAsync(cancellation);

    private async Task<ItemList> ReadAsync(ContentType type, string culture, int page, ItemFilter filter,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var total = await CountAsync(type, culture, filter, now, cancellation);
        var size = type.List.PageSize;
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        // What is closed stands by its date alone, and that order has an index.
        var order = filter.Open == false && type.List.Order == ListOrder.Deadline ? ListOrder.Newest : type.List.Order;
        var items = await In(type.Section, culture, now).Narrow(db, filter, now).Sorted(order, now)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new ItemList(items, total, page, size);
    }

    // The moment at which time alone changes a list of the type: an item begins to be shown, or any of them closes,
    // starts or ends.
    private async Task<DateTimeOffset?> ChangeAsync(
        ContentType type, string culture, DateTimeOffset now, CancellationToken cancellation)
    {
        var all = All(type.Section, culture);
        var moments = new List<DateTimeOffset?> { await NextAsync(all, now, cancellation) };
        if (type.Behaviours.Expires || type.List.Order == ListOrder.Deadline)
        {
            moments.Add(await all.Where(row => row.Deadline > now).MinAsync(row => row.Deadline, cancellation));
        }

        if (type.List.Order == ListOrder.Starts)
        {
            moments.Add(await all.Where(row => row.StartsAt > now).MinAsync(row => row.StartsAt, cancellation));
            moments.Add(await all.Where(row => row.EndsAt > now).MinAsync(row => row.EndsAt, cancellation));
        }

        return moments.Min();
    }

    private static Task<DateTimeOffset?> NextAsync(
        IQueryable<Publication> rows, DateTimeOffset now, CancellationToken cancellation) =>
        rows.Where(row => row.ShownAt > now).MinAsync(row => (DateTimeOffset?)row.ShownAt, cancellation);

    // The texts as they are, and what reading the fields makes of them.
    private static long BytesOf(IEnumerable<Publication> rows) =>
        rows.Sum(row => 2L * row.SearchText.Length + 10L * row.Fields.Length);

    private IQueryable<Publication> Rows => db.Set<Publication>().AsNoTracking();

    private IQueryable<Publication> All(string section, string culture) =>
        Rows.Where(row => row.Section == section && row.Culture == culture);

    private IQueryable<Publication> In(string section, string culture, DateTimeOffset now) =>
        db.Shown(culture, now).Where(row => row.Section == section);
}
