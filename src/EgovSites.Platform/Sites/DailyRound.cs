using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Sites;

/// <summary>Work that is done for every tenant at start and once a day; what fails for one is logged, tried tomorrow, and holds no other up.</summary>
public abstract class DailyRound(TenantDirectory tenants, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected TimeProvider Time { get; } = time;

    /// <summary>How long after the start the first round begins.</summary>
    protected virtual TimeSpan FirstAfter => TimeSpan.Zero;

    protected abstract Task VisitAsync(Tenant tenant, CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the host has started: the first round may be long.
        await Task.Yield();
        await Task.Delay(FirstAfter, Time, stoppingToken);
        using var timer = new PeriodicTimer(Every, Time);
        do
        {
            foreach (var tenant in tenants.All)
            {
                await TryAsync(tenant, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(Tenant tenant, CancellationToken cancellation)
    {
        try
        {
            await VisitAsync(tenant, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(error, "{Work} failed for tenant {Tenant}; it will be tried tomorrow", GetType().Name, tenant.Slug);
        }
    }
}
