using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EgovSites.Features.Aggregation;

/// <summary>
/// Compares once a day what the sites have published with what the portal shows, and hands over again what differs: a
/// restored centre, a lost message or a mended fault leaves no headline missing for good.
/// </summary>
public sealed class HeadlineReconciler : IDailyWork
{
    private const int RowsAtOnce = 200;

    private readonly SiteDatabases _sites;
    private readonly IDbContextFactory<HostDbContext> _hosts;
    private readonly Standards _standards;
    private readonly Outbox _outbox;
    private readonly OutboxRelay _relay;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<string, int> _astray = new(StringComparer.Ordinal);

    public HeadlineReconciler(
        SiteDatabases sites, IDbContextFactory<HostDbContext> hosts, Standards standards, Outbox outbox,
        OutboxRelay relay, IMeterFactory meters, ILogger<HeadlineReconciler> log)
    {
        (_sites, _hosts, _standards, _outbox, _relay, _log) = (sites, hosts, standards, outbox, relay, log);
        meters.Create("EgovSites")
            .CreateObservableGauge(
                "egov.headlines.astray", () => Astray, description: "Published and not shown, or the reverse.");
    }

    /// <summary>Headlines that differed after the last look and its repair; 0 when all is well.</summary>
    public int Astray => _astray.Values.Sum();

    /// <summary>Compares one tenant's headlines and mends them; gives the number mended.</summary>
    public async Task<int> RunAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        await RefoldAsync(tenant, cancellation);
        var astray = await FindAsync(tenant, cancellation);
        if (astray.Count > 0)
        {
            _log.LogWarning("{Count} headlines of {Tenant} differ from its publications and are handed over again",
                astray.Count, tenant.Slug);
            await RepairAsync(tenant, astray, cancellation);
        }

        var left = astray.Count > 0 ? (await FindAsync(tenant, cancellation)).Count : 0;
        _astray[tenant.Id] = left;
        return astray.Count - left;
    }

    public Task VisitAsync(Tenant tenant, CancellationToken cancellation) =>
        _sites.Closed.ContainsKey(tenant.Id) ? Task.CompletedTask : RunAsync(tenant, cancellation);

    // Rows from before titles were kept for search by themselves.
    private async Task RefoldAsync(Tenant tenant, CancellationToken cancellation)
    {
        await using var db = await _hosts.CreateDbContextAsync(cancellation);
        var unfolded = db.Set<Headline>().Where(row => row.TenantId == tenant.Id && row.SearchTitle == "");
        while (await unfolded.OrderBy(row => row.ItemId).Take(RowsAtOnce)
            .ToListAsync(cancellation) is { Count: > 0 } rows)
        {
            rows.ForEach(row => row.Refold());
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }

    // What waits in the outbox is under way, and nothing to mend.
    private async Task<List<(string Item, string Culture)>> FindAsync(Tenant tenant, CancellationToken cancellation)
    {
        await using var site = _sites.Open(tenant);
        var published = await PublishedAsync(site, tenant, cancellation);
        await using var host = await _hosts.CreateDbContextAsync(cancellation);
        var shown = await host.Set<Headline>().Where(row => row.TenantId == tenant.Id)
            .Select(row => new { row.ItemId, row.Culture, row.UpdatedAt }).ToListAsync(cancellation);
        var waiting = (await site.Set<OutboxMessage>().Where(row => row.Kind == "" && row.SetAsideAt == null)
            .Select(row => new { row.ItemId, row.Culture }).ToListAsync(cancellation))
            .Select(row => (row.ItemId, row.Culture)).ToHashSet();
        var present = shown.ToDictionary(row => (row.ItemId, row.Culture), row => row.UpdatedAt);
        return
        [
            .. published.Keys.Union(present.Keys)
                .Where(key => !waiting.Contains(key)
                    && (!published.TryGetValue(key, out var at) || !present.TryGetValue(key, out var seen)
                        || at != seen)),
        ];
    }

    private async Task<Dictionary<(string, string), DateTimeOffset>> PublishedAsync(
        SiteDbContext site, Tenant tenant, CancellationToken cancellation)
    {
        if (tenant.IsPortal)
        {
            return [];
        }

        var types = _standards[tenant.Standard].Types.Where(type => type.Behaviours.Aggregated)
            .Select(type => type.Name).ToList();
        var rows = await site.Set<Publication>().Where(row => types.Contains(row.Type))
            .Select(row => new { row.ItemId, row.Culture, row.UpdatedAt }).ToListAsync(cancellation);
        return rows.ToDictionary(row => (row.ItemId, row.Culture), row => row.UpdatedAt);
    }

    private async Task RepairAsync(
        Tenant tenant, List<(string Item, string Culture)> astray, CancellationToken cancellation)
    {
        await using (var site = _sites.Open(tenant))
        {
            foreach (var (item, culture) in astray)
            {
                _outbox.Add(site, item, culture);
            }

            await site.SaveChangesAsync(cancellation);
        }

        await _relay.HandOverAsync(tenant, cancellation);
        // What a handler could not take yet has its alarm there.
        _relay.Nudge(tenant.Id);
    }
}
