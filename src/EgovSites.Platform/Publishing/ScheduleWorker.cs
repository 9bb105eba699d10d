using System.Collections.Concurrent;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing;

/// <summary>
/// Carries plans out when their moment comes. It keeps the next moment of each tenant in memory, read from every tenant at
/// start, so that an idle tenant's file stays closed; on PostgreSQL, where other hosts may have written, it looks at all of
/// them three times a minute. A plan that is refused is marked as failed; one that met a fault is tried again.
/// </summary>
public sealed class ScheduleWorker(
    SiteDatabases sites, TenantDirectory tenants, IServiceScopeFactory scopes, IDbContextFactory<HostDbContext> hosts, Outbox outbox, OutboxRelay relay, TimeProvider time, ILogger<ScheduleWorker> log)
    : BackgroundService
{
    /// <summary>The kind of message that follows a plan that failed.</summary>
    public const string Failed = "plan";

    private static readonly Actor Clock = new("", "EgovSites", Role.Editor);

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _next = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Says that a tenant has something to do at a moment; never waits, never fails.</summary>
    public void Wake(string tenantId, DateTimeOffset at) => _next.AddOrUpdate(tenantId, at, (_, known) => known < at ? known : at);

    /// <summary>Carries out what is due for one tenant and remembers what comes next.</summary>
    public async Task RunDueAsync(Tenant tenant, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await CarryOutAsync(tenant, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task CarryOutAsync(Tenant tenant, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var now = time.GetUtcNow();
        foreach (var words in await Planned(db).Where(row => row.PublishAt <= now).OrderBy(row => row.PublishAt).ToListAsync(cancellation))
        {
            var publish = scope.ServiceProvider.GetRequiredService<Publish>();
            var terms = new PublishingTerms { PlannedFor = words.PublishAt };
            await CarryOutAsync(db, words, () => publish.RunAsync(Clock, words.ItemId, [words.Culture], terms, cancellation), cancellation);
        }

        foreach (var words in await Leaving(db).Where(row => row.WithdrawAt <= now).OrderBy(row => row.WithdrawAt).ToListAsync(cancellation))
        {
            var withdraw = scope.ServiceProvider.GetRequiredService<Withdraw>();
            await CarryOutAsync(db, words, () => withdraw.RunAsync(Clock, words.ItemId, [words.Culture], new(WithdrawalReason.Outdated), cancellation), cancellation);
        }

        await RememberAsync(tenant, db, cancellation);
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

            var now = time.GetUtcNow();
            foreach (var tenantId in _next.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToList())
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
        _next.TryRemove(tenantId, out _);
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
            Wake(tenantId, time.GetUtcNow() + LookEvery);
        }
    }

    // Refused is final until somebody plans anew; the reasons are worked out again on the item's own page.
    private async Task CarryOutAsync(SiteDbContext db, Translation words, Func<Task<Outcome>> verb, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var outcome = await verb();
        // Somebody was at it in this very moment: what is still due then is due at the next tick.
        if (!outcome.IsDone && outcome.Reasons[0].Key != VerbCommit.Changed)
        {
            log.LogWarning("A plan of item {Item} in {Culture} was refused: {Reason}", words.ItemId, words.Culture, outcome.Reasons[0].Key);
            db.ChangeTracker.Clear();
            var failed = await db.Set<Translation>().SingleAsync(row => row.ItemId == words.ItemId && row.Culture == words.Culture, cancellation);
            failed.PlanFailedAt = time.GetUtcNow();
            failed.WithdrawAt = failed.WithdrawAt <= failed.PlanFailedAt && failed.PublishAt is null ? null : failed.WithdrawAt;
            outbox.Add(db, words.ItemId, words.Culture, Failed);
            await db.SaveChangesAsync(cancellation);
            relay.Nudge(db.TenantId);
        }
    }

    private async Task RememberAsync(Tenant tenant, SiteDbContext db, CancellationToken cancellation)
    {
        var publish = await Planned(db).MinAsync(row => row.PublishAt, cancellation);
        var withdraw = await Leaving(db).MinAsync(row => row.WithdrawAt, cancellation);
        if ((publish, withdraw) is not (null, null))
        {
            Wake(tenant.Id, (publish ?? DateTimeOffset.MaxValue) < (withdraw ?? DateTimeOffset.MaxValue) ? publish!.Value : withdraw!.Value);
        }

        await TellCentreAsync(tenant, db, cancellation);
    }

    private async Task TellCentreAsync(Tenant tenant, SiteDbContext db, CancellationToken cancellation)
    {
        var failed = await db.Set<Translation>().AsNoTracking().Where(row => row.PlanFailedAt != null)
            .Select(row => new ScheduleFault
            {
                TenantId = tenant.Id,
                ItemId = row.ItemId,
                Culture = row.Culture,
                Title = row.Title,
                PlannedFor = row.PublishAt ?? row.WithdrawAt ?? row.PlanFailedAt!.Value,
                FailedAt = row.PlanFailedAt!.Value,
            }).ToListAsync(cancellation);
        await using var host = await hosts.CreateDbContextAsync(cancellation);
        var known = await host.Set<ScheduleFault>().Where(row => row.TenantId == tenant.Id).ToListAsync(cancellation);
        host.RemoveRange(known.Where(row => failed.All(one => (one.ItemId, one.Culture) != (row.ItemId, row.Culture))));
        host.AddRange(failed.Where(one => known.All(row => (one.ItemId, one.Culture) != (row.ItemId, row.Culture))));
        try
        {
            await host.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException error)
        {
            log.LogInformation(error, "Another host told the centre of the same plans of {Tenant}", tenant.Slug);
        }
    }

    // What is to leave leaves, whatever became of a publication planned before it.
    private static IQueryable<Translation> Leaving(SiteDbContext db) => db.Set<Translation>().AsNoTracking()
        .Where(row => row.State == TranslationState.Published && (row.PublishAt == null || row.PlanFailedAt != null)
            && db.Set<Item>().Any(item => item.Id == row.ItemId && item.BinnedAt == null));

    private static IQueryable<Translation> Planned(SiteDbContext db) => db.Set<Translation>().AsNoTracking()
        .Where(row => row.PlanFailedAt == null && db.Set<Item>().Any(item => item.Id == row.ItemId && item.BinnedAt == null));
}
