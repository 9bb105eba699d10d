using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Media;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>Reads what the tenant has published; each answer is one query on one table.</summary>
public sealed class PublishedItems(SiteDbContext db, TimeProvider time)
{
    /// <summary>All cultures in which an address of a section is or leads to an item, with the item's other cultures.</summary>
    public async Task<IReadOnlyList<Publication>> AtAsync(string section, string slug, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        // The one place where a page under a notice of withdrawal is still found.
        var all = Rows.IgnoreQueryFilters([Publication.WithoutWithdrawn]);
        return await all
            .Where(row => row.ShownAt <= now && all.Where(same => same.Section == section && same.Slug == slug).Select(same => same.ItemId).Contains(row.ItemId))
            .ToListAsync(cancellation);
    }

    /// <summary>The present address of an item that once stood at this one, or null.</summary>
    public Task<Publication?> MovedFromAsync(string culture, string section, string slug, CancellationToken cancellation = default) =>
        db.Set<FormerSlug>().AsNoTracking()
            .Where(former => former.Culture == culture && former.Section == section && former.Slug == slug)
            .Join(Rows.IgnoreQueryFilters([Publication.WithoutWithdrawn]), former => former.ItemId, row => row.ItemId, (former, row) => row)
            .Where(row => row.Culture == culture)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>What is left of an address whose item was withdrawn, or null.</summary>
    public Task<GoneAddress?> GoneAsync(string culture, string section, string slug, CancellationToken cancellation = default) =>
        db.Set<GoneAddress>().AsNoTracking()
            .Where(gone => gone.Culture == culture && gone.Section == section && (gone.Slug == slug
                || db.Set<FormerSlug>().Any(former => former.Culture == culture && former.Section == section && former.Slug == slug && former.ItemId == gone.ItemId)))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>A page of a type's list in the order its declaration states.</summary>
    public async Task<ItemList> ListAsync(ContentType type, string culture, int page, ItemFilter filter, CancellationToken cancellation = default)
    {
        var rows = Narrow(Shown(culture).Where(row => row.Section == type.Section), filter);
        var total = await rows.CountAsync(cancellation);
        var size = type.List.PageSize;
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var items = await Sorted(rows, type.List.Order).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new ItemList(items, total, page, size);
    }

    /// <summary>How many items of a type a filter leaves.</summary>
    public Task<int> CountAsync(ContentType type, string culture, ItemFilter filter, CancellationToken cancellation = default) =>
        Narrow(Shown(culture).Where(row => row.Section == type.Section), filter).CountAsync(cancellation);

    /// <summary>How many items of a section are published in other cultures and not in this one, by culture.</summary>
    public async Task<IReadOnlyDictionary<string, int>> OnlyElsewhereAsync(string section, string culture, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        return await Rows
            .Where(row => row.Section == section && row.Culture != culture && row.ShownAt <= now
                && !Rows.Any(same => same.ItemId == row.ItemId && same.Culture == culture))
            .GroupBy(row => row.Culture)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }

    /// <summary>Topics that a section has items of, with their counts.</summary>
    public async Task<IReadOnlyDictionary<string, int>> TopicsAsync(string section, string culture, CancellationToken cancellation = default) =>
        await Shown(culture).Where(row => row.Section == section && row.Topic != null)
            .GroupBy(row => row.Topic!)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    /// <summary>What a section's items can be narrowed by, with their counts.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FacetsAsync(string section, string culture, CancellationToken cancellation = default)
    {
        var rows = await Shown(culture).Where(row => row.Section == section && row.Facets != "").Select(row => row.Facets).ToListAsync(cancellation);
        return rows.SelectMany(Facets.Read).CountBy(facet => facet).ToDictionary();
    }

    /// <summary>The first items of a type, in its list's order; what is closed already is left out.</summary>
    public async Task<IReadOnlyList<Publication>> FirstAsync(ContentType type, string culture, int count, CancellationToken cancellation = default)
    {
        var rows = Narrow(Shown(culture).Where(row => row.Section == type.Section), new ItemFilter { Open = type.Behaviours.Expires ? true : null });
        return await Sorted(rows, type.List.Order).Take(count).ToListAsync(cancellation);
    }

    /// <summary>The newest items of a type, whatever order its list has.</summary>
    public async Task<IReadOnlyList<Publication>> NewestAsync(
        ContentType type, string culture, int count, CancellationToken cancellation = default) =>
        await Sorted(Shown(culture).Where(row => row.Section == type.Section), ListOrder.Newest).Take(count)
            .ToListAsync(cancellation);

    /// <summary>Months in which a section has items, newest first, with their counts.</summary>
    public async Task<IReadOnlyList<(DateOnly Month, int Count)>> MonthsAsync(string section, string culture, CancellationToken cancellation = default)
    {
        var instants = await Shown(culture).Where(row => row.Section == section).Select(row => row.ShownAt).ToListAsync(cancellation);
        return [.. instants.Select(Dates.On)
            .GroupBy(day => new DateOnly(day.Year, day.Month, 1))
            .OrderByDescending(month => month.Key)
            .Select(month => (month.Key, month.Count()))];
    }

    /// <summary>How many hits each section has for the words.</summary>
    public async Task<IReadOnlyDictionary<string, int>> SearchCountsAsync(string culture, string words, CancellationToken cancellation = default)
    {
        var sought = SearchWord.In(words);
        return sought.Count == 0
            ? new Dictionary<string, int>()
            : await Narrow(Shown(culture).Where(row => row.SearchText != ""), new ItemFilter { Words = sought })
                .GroupBy(row => row.Section)
                .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }

    /// <summary>Everything searchable that has all the words, best first: in the title, on the page, in its documents; then newest.</summary>
    public async Task<ItemList> SearchAsync(string culture, string words, string? section, int page, int pageSize, CancellationToken cancellation = default)
    {
        var sought = SearchWord.In(words);
        if (sought.Count == 0)
        {
            return new ItemList([], 0, 1, pageSize);
        }

        var rows = Narrow(Shown(culture).Where(row => row.SearchText != "" && (section == null || row.Section == section)), new ItemFilter { Words = sought });
        var total = await rows.CountAsync(cancellation);
        page = Math.Clamp(page, 1, Math.Max(1, (total + pageSize - 1) / pageSize));
        var items = await rows.BestFirst(sought).ThenByDescending(row => row.ShownAt).ThenBy(row => row.ItemId)
            .Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancellation);
        return new ItemList(items, total, page, pageSize);
    }

    /// <summary>How many items each section shows in a culture.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(string culture, CancellationToken cancellation = default) =>
        await Shown(culture).GroupBy(row => row.Section)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    private IQueryable<Publication> Rows => db.Set<Publication>().AsNoTracking();

    private IQueryable<Publication> Shown(string culture)
    {
        var now = time.GetUtcNow();
        return Rows.Where(row => row.Culture == culture && row.ShownAt <= now);
    }

    private IQueryable<Publication> Narrow(IQueryable<Publication> rows, ItemFilter filter)
    {
        var now = time.GetUtcNow();
        if (filter.Topic is { } topic)
        {
            rows = rows.Where(row => row.Topic == topic);
        }

        if (filter.Month is { } month)
        {
            var (from, until) = (Dates.StartOf(month), Dates.StartOf(month.AddMonths(1)));
            rows = rows.Where(row => row.ShownAt >= from && row.ShownAt < until);
        }

        foreach (var facet in filter.Facets.Select(Facets.Pattern))
        {
            rows = rows.Where(row => row.Facets.Contains(facet));
        }

        rows = filter.Open switch
        {
            true => rows.Where(row => row.Deadline == null || row.Deadline > now),
            false => rows.Where(row => row.Deadline != null && row.Deadline <= now),
            null => rows,
        };
        return filter.Words.Aggregate(rows, HavingWord);
    }

    // On the page itself, or in a document that it carries.
    private IQueryable<Publication> HavingWord(IQueryable<Publication> rows, SearchWord word)
    {
        var documents = db.Set<MediaText>().Where(SearchRule.Has<MediaText>(text => text.Words, word));
        return rows.Where(SearchRule.Either(
            SearchRule.Has<Publication>(row => row.SearchText, word),
            row => row.SearchText != "" && db.Set<PublishedFile>().Any(file => file.ItemId == row.ItemId && file.Culture == row.Culture
                && documents.Any(text => text.MediaId == file.MediaId))));
    }

    private IQueryable<Publication> Sorted(IQueryable<Publication> rows, ListOrder order)
    {
        var now = time.GetUtcNow();
        return order switch
        {
            ListOrder.Deadline => rows
                .OrderBy(row => row.Deadline != null && row.Deadline <= now)
                .ThenBy(row => row.Deadline != null && row.Deadline <= now ? null : row.Deadline)
                .ThenByDescending(row => row.ShownAt).ThenBy(row => row.ItemId),
            ListOrder.Starts => rows.OrderBy(row => (row.EndsAt ?? row.StartsAt) < now)
                .ThenBy(row => (row.EndsAt ?? row.StartsAt) < now ? null : row.StartsAt).ThenByDescending(row => row.StartsAt)
                .ThenBy(row => row.ItemId),
            ListOrder.Order => rows.OrderBy(row => row.Order).ThenBy(row => row.SortKey).ThenBy(row => row.ItemId),
            ListOrder.Title => rows.OrderBy(row => row.SortKey).ThenBy(row => row.ItemId),
            _ => rows.OrderByDescending(row => row.ShownAt).ThenBy(row => row.ItemId),
        };
    }
}
