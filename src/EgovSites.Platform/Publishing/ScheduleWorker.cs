using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing;

/// <summary>
/// Carries plans out when their moment comes. It keeps the next moment of each tenant in memory, read from every tenant at
/// start, so that an idle tenant's file stays closed; on PostgreSQL, where other hosts may have written, it looks at all of
/// them three times a minute. A round that met a fault is made again.
/// </summary>
public sealed class ScheduleWorker(
    SiteDatabases sites, TenantDirectory tenants, IServiceScopeFactory scopes, ScheduleFaults faults, PlanWatch plans, TimeProvider time, ILogger<ScheduleWorker> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Carries out what is due for one tenant and remembers what comes next.</summary>
    public async Task RunDueAsync(Tenant tenant, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant);
            if (await scope.ServiceProvider.GetRequiredService<DuePlans>().CarryOutAsync(cancellation) is { } next)
            {
                plans.Wake(tenant.Id, next);
            }

            await faults.TellCentreAsync(tenant, scope.ServiceProvider.GetRequiredService<SiteDbContext>(), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LookAtAllAsync(stoppingToken);
        var lookedAt = time.GetTimestamp();
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (sites.IsShared && time.GetElapsedTime(lookedAt) > LookEvery)
            {
                await LookAtAllAsync(stoppingToken);
                lookedAt = time.GetTimestamp();
            }

            foreach (var tenantId in plans.DueAt(time.GetUtcNow()))
            {
                await TryAsync(tenantId, stoppingToken);
            }
        }
    }

    private async Task LookAtAllAsync(CancellationToken cancellation)
    {
        foreach (var tenant in tenants.All)
        {
            await TryAsync(tenant.Id, cancellation);
        }
    }

    private async Task TryAsync(string tenantId, CancellationToken cancellation)
    {
        plans.Forget(tenantId);
        try
        {
            if (tenants.ById(tenantId) is { } tenant)
            {
                await RunDueAsync(tenant, cancellation);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The plans of tenant {Tenant} could not be carried out; they will be tried again", tenantId);
            plans.Wake(tenantId, time.GetUtcNow() + LookEvery);
        }
    }
}
