using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Founding;

/// <summary>
/// Suspends and resumes sites, and gives them host names. The portal's lists follow at once, for they ask the tenant's
/// state.
/// </summary>
public sealed class TenantLifecycle(IDbContextFactory<HostDbContext> hosts, TenantDirectory directory, PageCache cache,
    IOptions<TenancyOptions> tenancy, TimeProvider time)
{
    public Task SuspendAsync(string tenantId, CancellationToken cancellation = default) =>
        SetAsync(tenantId, TenantState.Suspended, cancellation);

    public Task ResumeAsync(string tenantId, CancellationToken cancellation = default) =>
        SetAsync(tenantId, TenantState.Running, cancellation);

    /// <summary>Adds a host name of its own; false when it belongs to somebody already.</summary>
    public async Task<bool> AddHostAsync(string tenantId, string host, CancellationToken cancellation = default)
    {
        host = host.Trim().ToLowerInvariant().TrimEnd('.');
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown || IsOfPlatform(host)
            || await db.Set<TenantHost>().AnyAsync(row => row.Host == host, cancellation))
        {
            return false;
        }

        var order = await db.Set<TenantHost>().CountAsync(row => row.TenantId == tenantId, cancellation);
        db.Add(new TenantHost { Host = host, TenantId = tenantId, Order = order });
        (await db.Tenants.SingleAsync(row => row.Id == tenantId, cancellation)).ChangedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        await FollowAsync(tenantId, cancellation);
        return true;
    }

    /// <summary>Takes a host name of its own back; false when it is not one of the tenant's.</summary>
    public async Task<bool> RemoveHostAsync(string tenantId, string host, CancellationToken cancellation = default)
    {
        host = host.Trim().ToLowerInvariant().TrimEnd('.');
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        if (await db.Set<TenantHost>().Where(row => row.TenantId == tenantId && row.Host == host)
            .ExecuteDeleteAsync(cancellation) == 0)
        {
            return false;
        }

        await TouchAsync(tenantId, cancellation);
        await FollowAsync(tenantId, cancellation);
        return true;
    }

    // The portal's names, and those below them, which are the tenants' slugs: found by another table than own names
    // are.
    private bool IsOfPlatform(string host) => tenancy.Value.DomainOf(host) is not null;

    /// <summary>Makes running hosts look at a tenant again, as after a change.</summary>
    public async Task TouchAsync(string tenantId, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        await db.Tenants.Where(row => row.Id == tenantId)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ChangedAt, now), cancellation);
    }

    private async Task SetAsync(string tenantId, TenantState state, CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var tenant = await db.Tenants.SingleAsync(row => row.Id == tenantId, cancellation);
        (tenant.State, tenant.ChangedAt) = (state, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await FollowAsync(tenantId, cancellation);
    }

    private async Task FollowAsync(string tenantId, CancellationToken cancellation)
    {
        await directory.ReloadAsync(cancellation);
        cache.Evict(CacheTags.Of(tenantId));
        cache.Evict(CacheTags.Portal);
    }
}
