using System.Collections.Concurrent;
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
    private const int AtOnce = 4;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Carries out what is due for one tenant and remembers what comes next.</summary>
    public async Task RunDueAsync(Tenant tenant, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(tenant.Id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
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
            turn.Release();
        }
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

            await TryEachAsync(plans.DueAt(time.GetUtcNow()), stoppingToken);
        }
    }

    private Task LookAtAllAsync(CancellationToken cancellation) =>
        TryEachAsync(tenants.All.Select(tenant => tenant.Id), cancellation);

    // A few at a time: a slow tenant must not hold up the plans of those behind it.
    private Task TryEachAsync(IEnumerable<string> tenantIds, CancellationToken cancellation) => Parallel.ForEachAsync(
        tenantIds,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (tenantId, token) => await TryAsync(tenantId, token));

    private async Task TryAsync(string tenantId, CancellationToken cancellation)
    {
        plans.Forget(tenantId);
        try
        {
            if (!sites.Closed.ContainsKey(tenantId) && tenants.ById(tenantId) is { } tenant)
            {
                await RunDueAsync(tenant, cancellation);
            }
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(error, "The plans of tenant {Tenant} could not be carried out; they will be tried again", tenantId);
            plans.Wake(tenantId, time.GetUtcNow() + LookEvery);
        }
    }
}
