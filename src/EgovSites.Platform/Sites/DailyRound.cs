using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Sites;

/// <summary>
/// Goes from site to site once a day, without haste and not in the first minute: visitors come first, and an idle site
/// is opened for all its work at once. A start that has itself grown an older store goes at once, for older rows may
/// lack what pages need.
/// </summary>
public sealed class DailyRound(
    TenantDirectory tenants, SiteDatabases sites, IEnumerable<IDailyWork> works, Schema schema, TimeProvider time,
    ILogger<DailyRound> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the host has started.
        await Task.Yield();
        await Task.Delay(schema.HasGrown ? TimeSpan.Zero : FirstAfter, time, stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        var pause = schema.HasGrown ? TimeSpan.Zero : Between;
        do
        {
            foreach (var tenant in tenants.All)
            {
                await VisitAsync(tenant, stoppingToken);
                await Task.Delay(pause, time, stoppingToken);
            }

            pause = Between;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task VisitAsync(Tenant tenant, CancellationToken cancellation)
    {
        var wasAwake = sites.IsAwake(tenant.Id);
        await WorkAsync(tenant, cancellation);
        // Nobody else asked for it: it need not lie open for a minute.
        if (!wasAwake)
        {
            sites.Forget(tenant.Id);
        }
    }

    private async Task WorkAsync(Tenant tenant, CancellationToken cancellation)
    {
        foreach (var work in works)
        {
            try
            {
                await work.VisitAsync(tenant, cancellation);
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                log.LogError(error, "{Work} failed for tenant {Tenant}; it will be tried tomorrow", work.GetType()
                    .Name, tenant.Slug);
            }
        }
    }
}
