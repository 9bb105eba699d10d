using System.Collections.Frozen;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Sites;

/// <summary>All tenants in memory, found by host name or slug without a query; reloaded when one changes.</summary>
public sealed class TenantDirectory(IDbContextFactory<HostDbContext> hosts, IOptions<TenancyOptions> options)
{
    private sealed record Snapshot(
        FrozenDictionary<string, Tenant> ById,
        FrozenDictionary<string, Tenant> BySlug,
        FrozenDictionary<string, Tenant> ByHost,
        Tenant? Portal);

    private Snapshot _snapshot = Of([]);
    private int _version;

    public IReadOnlyCollection<Tenant> All => _snapshot.ById.Values;

    /// <summary>Another number whenever it was reloaded.</summary>
    public int Version => Volatile.Read(ref _version);

    public Tenant? Portal => _snapshot.Portal;

    /// <summary>The agencies' sites: everything but the portal.</summary>
    public IEnumerable<Tenant> Agencies => All.Where(tenant => !tenant.IsPortal);

    public Tenant? ById(string id) => _snapshot.ById.GetValueOrDefault(id);

    public Tenant? BySlug(string slug) => _snapshot.BySlug.GetValueOrDefault(slug);

    /// <summary>The tenant a host name belongs to; null for an unknown host, never another site.</summary>
    public Tenant? ByHost(string host)
    {
        host = host.ToLowerInvariant().TrimEnd('.');
        if (_snapshot.ByHost.TryGetValue(host, out var own))
        {
            return own;
        }

        return options.Value.DomainOf(host) is not { } domain ? null
            : host == domain ? Portal
            : BySlug(host[..^(domain.Length + 1)]);
    }

    public async Task ReloadAsync(CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        _snapshot = Of(await db.Tenants.AsNoTracking().Include(tenant => tenant.Hosts).ToListAsync(cancellation));
        Interlocked.Increment(ref _version);
    }

    private static Snapshot Of(IReadOnlyCollection<Tenant> tenants) => new(
        tenants.ToFrozenDictionary(tenant => tenant.Id, StringComparer.Ordinal),
        tenants.ToFrozenDictionary(tenant => tenant.Slug, StringComparer.Ordinal),
        tenants.SelectMany(tenant => tenant.Hosts, (tenant, host) => (tenant, host.Host))
            .ToFrozenDictionary(pair => pair.Host, pair => pair.tenant, StringComparer.Ordinal),
        tenants.FirstOrDefault(tenant => tenant.IsPortal));
}
