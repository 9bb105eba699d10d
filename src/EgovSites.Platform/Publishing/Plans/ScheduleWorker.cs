using System.Collections.Concurrent;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing.Plans;

/// <summary>
/// Carries plans out when their moment comes, a few tenants at a time: a slow one holds no other. The next moment of
/// each tenant is kept in memory, so that an idle tenant's file stays closed. A round that met a fault is made again.
/// </summary>
public sealed class ScheduleWorker(
    SiteDatabases sites, TenantDirectory tenants, IServiceScopeFactory scopes, ScheduleFaults faults, PlanWatch plans,
    TimeProvider time, ILogger<ScheduleWorker> log) : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(20);

    private readonly NudgeQueue _queue = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Carries out what is due for one tenant remembers what comes next, and gives it.</summary>
    public async Task<DateTimeOffset?> RunDueAsync(Tenant tenant, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(tenant.Id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            await using var scope = ScopeOf(tenant);
            var next = await scope.ServiceProvider.GetRequiredService<DuePlans>().CarryOutAsync(cancellation);
            if (next is { } at)
            {
                plans.Wake(tenant.Id, at);
            }

            await faults.TellCentreAsync(
                tenant, scope.ServiceProvider.GetRequiredService<SiteDbContext>(), cancellation);
            return next;
        }
        finally
        {
            turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var workers = Enumerable.Range(0, AtOnce).Select(_ => FollowAsync(stoppingToken));
        await Task.WhenAll([.. workers, WatchAsync(stoppingToken)]);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        // Not before the host has started: the first round may be long.
        await Task.Yield();
        while (true)
        {
            var tenantId = await _queue.NextAsync(cancellation);
            plans.Forget(tenantId);
            await TryAsync(tenantId, RunDueAsync, cancellation);
            _queue.Finish(tenantId);
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            foreach (var tenantId in plans.DueAt(time.GetUtcNow()))
            {
                _queue.Ask(tenantId);
            }
        }
    }

    private AsyncServiceScope ScopeOf(Tenant tenant)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant);
        return scope;
    }

    private async Task TryAsync(
        string tenantId, Func<Tenant, CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            if (!sites.Closed.ContainsKey(tenantId) && tenants.ById(tenantId) is { } tenant)
            {
                await work(tenant, cancellation);
            }
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(
                error, "The plans of tenant {Tenant} could not be carried out; they will be tried again", tenantId);
            plans.Wake(tenantId, time.GetUtcNow() + AgainAfter);
        }
    }
}
