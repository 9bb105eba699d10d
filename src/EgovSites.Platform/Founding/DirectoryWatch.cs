using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Founding;

/// <summary>
/// Notices within a second what another process (a command verb, a second host) did to the list of tenants.
/// </summary>
public sealed class DirectoryWatch(
    IDbContextFactory<HostDbContext> hosts, TenantDirectory directory, OutboxRelay relay, SiteRefresh refresh,
    SiteDatabases sites, SiteCheck check, PlanWatch plans,
    TimeProvider time, ILogger<DirectoryWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What the directory was loaded from: a change since then is seen at the first look.
        var seen = (directory.All.Count, directory.All.Max(tenant => (DateTimeOffset?)tenant.ChangedAt));
        while (true)
        {
            await Task.Delay(Pause, time, stoppingToken);
            try
            {
                sites.LookAfterFiles();
                var present = await LastChangeAsync(stoppingToken);
                if (present != seen)
                {
                    await FollowAsync(stoppingToken);
                    seen = present;
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "The list of tenants could not be read; trying again");
            }
        }
    }

    private async Task<(int Count, DateTimeOffset? At)> LastChangeAsync(CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        return (await db.Tenants.CountAsync(cancellation),
            await db.Tenants.MaxAsync(tenant => (DateTimeOffset?)tenant.ChangedAt, cancellation));
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var known = directory.All.ToDictionary(tenant => tenant.Id, tenant => tenant.ChangedAt, StringComparer.Ordinal);
        await directory.ReloadAsync(cancellation);
        foreach (var tenant in directory.All)
        {
            refresh.Run(tenant);
            if (!known.TryGetValue(tenant.Id, out var changedAt) || changedAt != tenant.ChangedAt)
            {
                await OpenAgainAsync(tenant, cancellation);
                relay.Nudge(tenant.Id);
                // A site that was closed until now has let moments pass.
                plans.Wake(tenant.Id, time.GetUtcNow());
            }
        }
    }

    // "tenants open" has touched its row: whatever is there now is looked at again, the whole file.
    private async Task OpenAgainAsync(Tenant tenant, CancellationToken cancellation)
    {
        sites.Forget(tenant.Id);
        await check.RunAsync(tenant, cancellation, isThorough: true);
    }
}
