using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Aggregation;

/// <summary>Reads what the running agencies have published; each answer is one query.</summary>
public sealed class Headlines(IDbContextFactory<HostDbContext> hosts, TenantDirectory tenants, TimeProvider time)
{
    public async Task<IReadOnlyList<HeadlineView>> ListAsync(
        HeadlineFilter filter, ListOrder order, Paging paging, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var rows = await Sorted(Narrow(db, filter, now), filter, order, now).Skip(paging.Skip).Take(paging.Size)
            .ToListAsync(cancellation);
        return [.. rows.Select(row => tenants.ById(row.TenantId) is { } agency ? new HeadlineView(row, agency, now)
            : null).OfType<HeadlineView>()];
    }

    public async Task<int> CountAsync(HeadlineFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        return await Narrow(db, filter, time.GetUtcNow()).CountAsync(cancellation);
    }

    /// <summary>How many are still open, and how many are closed.</summary>
    public async Task<(int Open, int Closed)> CountByStateAsync(
        HeadlineFilter filter, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var counts = await Narrow(db, filter with { Open = null }, now)
            .GroupBy(row => row.Deadline != null && row.Deadline <= now)
            .Select(rows => new { IsClosed = rows.Key, Count = rows.Count() })
            .ToDictionaryAsync(rows => rows.IsClosed, rows => rows.Count, cancellation);
        return (counts.GetValueOrDefault(false), counts.GetValueOrDefault(true));
    }

    public async Task<IReadOnlyDictionary<string, int>> CountBySectionAsync(
        HeadlineFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        return await Narrow(db, filter with { Section = null }, time.GetUtcNow())
            .GroupBy(row => row.Section)
            .Select(rows => new { Section = rows.Key, Count = rows.Count() })
            .ToDictionaryAsync(rows => rows.Section, rows => rows.Count, cancellation);
    }

    /// <summary>The months from now back to the oldest headline of a section.</summary>
    public async Task<IReadOnlyList<DateOnly>> MonthsAsync(
        string culture, string section, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var oldest = await db.Set<Headline>().Where(row => row.Culture == culture && row.Section == section)
            .MinAsync(row => (DateTimeOffset?)row.ShownAt, cancellation);
        return oldest is null ? [] : [.. MonthsBack(Dates.Today(time), Dates.On(oldest.Value))];
    }

    // No headline is older; a slip in one row must not break the list of all.
    private const int OldestYear = 1990;

    private static IEnumerable<DateOnly> MonthsBack(DateOnly newest, DateOnly oldest)
    {
        var last = new DateOnly(Math.Max(oldest.Year, OldestYear), oldest.Month, 1);
        for (var month = new DateOnly(newest.Year, newest.Month, 1); month >= last; month = month.AddMonths(-1))
        {
            yield return month;
        }
    }

    private static IQueryable<Headline> Narrow(HostDbContext db, HeadlineFilter filter, DateTimeOffset now)
    {
        var running = db.Tenants.Where(tenant => tenant.State == TenantState.Running).Select(tenant => tenant.Id);
        var rows = db.Set<Headline>().AsNoTracking()
            .Where(row => row.Culture == filter.Culture && row.ShownAt <= now && running.Contains(row.TenantId));
        rows = filter.Section is { } section ? rows.Where(row => row.Section == section) : rows;
        rows = filter.Agency?.Id is { } agency ? rows.Where(row => row.TenantId == agency) : rows;
        rows = filter.Group is { } group ? rows.Where(row => row.KindGroup == group) : rows;
        rows = filter.Region is { } region ? rows.Where(row => row.Region == region) : rows;
        rows = filter.Topic is { } topic ? rows.Where(row => row.Topic == topic) : rows;
        if (filter.Month is { } month)
        {
            var (from, until) = (Dates.StartOf(month), Dates.StartOf(month.AddMonths(1)));
            rows = rows.Where(row => row.ShownAt >= from && row.ShownAt < until);
        }

        rows = filter.Open switch
        {
            true => rows.Where(row => row.Deadline == null || row.Deadline > now),
            false => rows.Where(row => row.Deadline != null && row.Deadline <= now),
            null => rows,
        };
        return filter.Words.Aggregate(
            rows, (all, word) => all.Where(SearchRule.Has<Headline>(row => row.SearchText, word)));
    }

    private static IQueryable<Headline> Sorted(
        IQueryable<Headline> rows, HeadlineFilter filter, ListOrder order, DateTimeOffset now)
    {
        if (filter.Words.Count > 0)
        {
            return rows.BestFirst(filter.Words).ThenByDescending(row => row.ShownAt).ThenBy(row => row.ItemId)
                .ThenBy(row => row.TenantId);
        }

        return order switch
        {
            ListOrder.Deadline when filter.Open is false =>
                rows.OrderByDescending(row => row.Deadline).ThenBy(row => row.ItemId).ThenBy(row => row.TenantId),
            ListOrder.Deadline => rows.OrderBy(row => row.Deadline == null).ThenBy(row => row.Deadline)
                .ThenBy(row => row.ItemId).ThenBy(row => row.TenantId),
            ListOrder.Starts => rows.OrderBy(row => (row.EndsAt ?? row.StartsAt) < now)
                .ThenBy(row => (row.EndsAt ?? row.StartsAt) < now ? null : row.StartsAt)
                .ThenByDescending(row => row.StartsAt).ThenBy(row => row.ItemId).ThenBy(row => row.TenantId),
            ListOrder.Order or ListOrder.Title =>
                rows.OrderBy(row => row.SortKey).ThenBy(row => row.ItemId).ThenBy(row => row.TenantId),
            _ => rows.OrderByDescending(row => row.ShownAt).ThenBy(row => row.ItemId).ThenBy(row => row.TenantId),
        };
    }
}
