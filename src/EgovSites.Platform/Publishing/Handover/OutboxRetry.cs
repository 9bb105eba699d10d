using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Handover;

/// <summary>Tries again what was set aside, once its cause is mended.</summary>
public sealed class OutboxRetry(
    SiteDatabases sites, IDbContextFactory<HostDbContext> hosts, OutboxRelay relay, TimeProvider time)
{
    /// <summary>Makes every set-aside row of a tenant due; answers how many there were.</summary>
    public async Task<int> RunAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var site = sites.Open(tenant);
        var count = await site.Set<OutboxMessage>().Where(row => row.SetAsideAt != null).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.SetAsideAt, (DateTimeOffset?)null).SetProperty(one => one.Attempts, 0)
                .SetProperty(one => one.Faults, 0).SetProperty(one => one.NextAttemptAt, now), cancellation);
        relay.Nudge(tenant.Id);
        await TellHostsAsync(tenant, now, cancellation);
        return count;
    }

    // A command verb is a process of its own; running hosts notice a changed tenant within a second, and look.
    private async Task TellHostsAsync(Tenant tenant, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        await db.Tenants.Where(row => row.Id == tenant.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ChangedAt, now), cancellation);
    }
}
