using System.Collections.Concurrent;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing.Handover;

/// <summary>
/// Hands the tenants' outboxes over when nudged, by whoever wrote or by the watch that finds what was left. A few
/// tenants at a time, each by one worker: a slow one holds no other.
/// </summary>
public sealed class OutboxRelay(
    SiteDatabases sites, TenantDirectory tenants, SiteShelf shelf, IServiceProvider services, TimeProvider time,
    ILogger<OutboxRelay> log)
    : BackgroundService
{
    public const int MaxAttempts = 5;

    private const int Batch = 200;
    private const int Workers = 4;

    /// <summary>One failure in so many is logged, and the first: an outage must not fill the disk.</summary>
    private const int LoggedEvery = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly NudgeQueue _queue = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _later = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>
    /// Says that a tenant's outbox has rows, and so that what it shows has changed; never waits, never fails.
    /// </summary>
    public void Nudge(string tenantId)
    {
        shelf.Clear(tenantId);
        _queue.Ask(tenantId);
    }

    /// <summary>
    /// Hands over what is due for one tenant; answers when the next attempt is due, if rows are left.
    /// </summary>
    public async Task<DateTimeOffset?> HandOverAsync(Tenant tenant, CancellationToken cancellation)
    {
        // Two at once would both ask a handler that is done for neither yet.
        var turn = _turns.GetOrAdd(tenant.Id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            return await DeliverAsync(tenant, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<DateTimeOffset?> DeliverAsync(Tenant tenant, CancellationToken cancellation)
    {
        var delivery = new Delivery(sites, services.GetServices<IOutboxHandler>(), time, log);
        await using var site = sites.Open(tenant);
        while (await NextAsync(site, cancellation) is { } next)
        {
            var now = time.GetUtcNow();
            // A row never tried is due whatever the clock said when it was written: clocks go back.
            var due = await site.Set<OutboxMessage>()
                .Where(row => row.SetAsideAt == null && (row.NextAttemptAt <= now || row.Attempts == 0))
                .OrderBy(row => row.At).Take(Batch).ToListAsync(cancellation);
            if (due.Count == 0)
            {
                return next;
            }

            // The same item and culture twice needs one look at its present state.
            var done = new List<string>();
            foreach (var messages in due.GroupBy(row => (row.Kind, row.ItemId, row.Culture))
                .Select(rows => rows.ToList()))
            {
                done.AddRange(await delivery.RunAsync(tenant, messages, cancellation) ? messages.Select(row => row.Id)
                    : []);
            }

            // By their ids: another relay may have handed the same rows over, and taken them away already.
            await site.Set<OutboxMessage>().Where(row => done.Contains(row.Id)).ExecuteDeleteAsync(cancellation);
            await KeepPostponedAsync(site, cancellation);
            site.ChangeTracker.Clear();
        }

        return null;
    }

    private static Task<DateTimeOffset?> NextAsync(SiteDbContext site, CancellationToken cancellation) =>
        site.Set<OutboxMessage>()
        .Where(row => row.SetAsideAt == null).MinAsync(row => (DateTimeOffset?)row.NextAttemptAt, cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => FollowNudgesAsync(stoppingToken)));
    }

    private async Task FollowNudgesAsync(CancellationToken cancellation)
    {
        // Not before the host has started: the first round may be long.
        await Task.Yield();
        while (true)
        {
            var tenantId = await _queue.NextAsync(cancellation);
            await RelayAsync(tenantId, cancellation);
            _queue.Finish(tenantId);
        }
    }

    private async Task RelayAsync(string tenantId, CancellationToken cancellation)
    {
        try
        {
            if (!sites.Closed.ContainsKey(tenantId) && tenants.ById(tenantId) is { } tenant
                && await HandOverAsync(tenant, cancellation) is { } next)
            {
                NudgeLater(tenantId, next - time.GetUtcNow(), cancellation);
            }

            _failures.TryRemove(tenantId, out _);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            var count = _failures.AddOrUpdate(tenantId, 1, (_, known) => known + 1);
            if (count == 1 || count % LoggedEvery == 0)
            {
                log.LogError(
                    error, "The outbox of tenant {Tenant} could not be read, {Count} times by now; it is tried again",
                    tenantId, count);
            }

            NudgeLater(tenantId, Delivery.WaitAfter(count + 2), cancellation);
        }
    }

    // One alarm per tenant, the earliest that was asked for.
    private void NudgeLater(string tenantId, TimeSpan wait, CancellationToken cancellation)
    {
        wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, TimeSpan.FromMilliseconds(200).Ticks, LongestPause.Ticks));
        var at = time.GetUtcNow() + wait;
        if (_later.AddOrUpdate(tenantId, at, (_, known) => known < at && known > time.GetUtcNow() ? known : at) == at)
        {
            _ = RingAsync(tenantId, at, wait, cancellation);
        }
    }

    private async Task RingAsync(string tenantId, DateTimeOffset at, TimeSpan wait, CancellationToken cancellation)
    {
        await Task.Delay(wait, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _later.TryRemove(KeyValuePair.Create(tenantId, at));
        Nudge(tenantId);
    }

    // A row that this relay postpones may be handed over by another in the same moment, and be gone.
    private static async Task KeepPostponedAsync(SiteDbContext site, CancellationToken cancellation)
    {
        try
        {
            await site.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            site.ChangeTracker.Clear();
        }
    }
}
