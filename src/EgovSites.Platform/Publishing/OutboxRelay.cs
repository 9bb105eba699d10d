using System.Threading.Channels;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing;

/// <summary>
/// Hands the tenants' outboxes over: at once when nudged, and all of them at start, so that a process that was killed
/// between a publication and its hand-over catches up. A row that fails five times is set aside; the others go on.
/// </summary>
public sealed class OutboxRelay(
    SiteDatabases sites, TenantDirectory tenants, IServiceProvider services, TimeProvider time, ILogger<OutboxRelay> log) : BackgroundService
{
    public const int MaxAttempts = 5;

    private const int Batch = 200;

    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(20);

    private readonly Channel<string> _nudges = Channel.CreateUnbounded<string>();

    /// <summary>Says that a tenant's outbox has rows; never waits, never fails.</summary>
    public void Nudge(string tenantId) => _nudges.Writer.TryWrite(tenantId);

    /// <summary>Hands over what is due for one tenant; true when rows are left for a later attempt.</summary>
    public async Task<bool> HandOverAsync(Tenant tenant, CancellationToken cancellation)
    {
        await using var site = sites.Open(tenant);
        while (true)
        {
            var now = time.GetUtcNow();
            var due = await site.Set<OutboxMessage>()
                .Where(row => row.SetAsideAt == null && row.NextAttemptAt <= now)
                .OrderBy(row => row.At).Take(Batch).ToListAsync(cancellation);
            if (due.Count == 0)
            {
                return await site.Set<OutboxMessage>().AnyAsync(row => row.SetAsideAt == null, cancellation);
            }

            // The same item and culture twice needs one look at its present state.
            var done = new List<string>();
            foreach (var messages in due.GroupBy(row => (row.Kind, row.ItemId, row.Culture)))
            {
                done.AddRange(await HandOverAsync(tenant, site, [.. messages], cancellation) ? messages.Select(row => row.Id) : []);
            }

            // By their ids: another relay may have handed the same rows over, and taken them away already.
            await site.Set<OutboxMessage>().Where(row => done.Contains(row.Id)).ExecuteDeleteAsync(cancellation);
            await KeepPostponedAsync(site, cancellation);
            site.ChangeTracker.Clear();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await SweepAsync(stoppingToken);
        await Task.WhenAll(FollowNudgesAsync(stoppingToken), SweepNowAndThenAsync(stoppingToken));
    }

    private async Task FollowNudgesAsync(CancellationToken cancellation)
    {
        await foreach (var tenantId in _nudges.Reader.ReadAllAsync(cancellation))
        {
            await RelayAsync(tenantId, cancellation);
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        foreach (var tenant in tenants.All)
        {
            await RelayAsync(tenant.Id, cancellation);
        }
    }

    // Another host may have written on PostgreSQL; a SQLite file has one process, which nudges itself.
    private async Task SweepNowAndThenAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(SweepEvery, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            sites.CloseIdle();
            if (sites.IsShared)
            {
                await SweepAsync(cancellation);
            }
        }
    }

    private async Task RelayAsync(string tenantId, CancellationToken cancellation)
    {
        try
        {
            if (tenants.ById(tenantId) is { } tenant && await HandOverAsync(tenant, cancellation))
            {
                _ = NudgeLaterAsync(tenantId, cancellation);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The outbox of tenant {Tenant} could not be read; it will be tried again", tenantId);
            _ = NudgeLaterAsync(tenantId, cancellation);
        }
    }

    private async Task NudgeLaterAsync(string tenantId, CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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

    private async Task<bool> HandOverAsync(Tenant tenant, SiteDbContext site, List<OutboxMessage> messages, CancellationToken cancellation)
    {
        try
        {
            foreach (var handler in services.GetServices<IOutboxHandler>().Where(handler => handler.Kind == messages[0].Kind).OrderBy(handler => handler.Order))
            {
                await handler.HandleAsync(tenant, site, messages[^1], cancellation);
            }

            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            messages.ForEach(message => Postpone(tenant, message, error));
            return false;
        }
    }

    private void Postpone(Tenant tenant, OutboxMessage message, Exception error)
    {
        message.Attempts++;
        message.Error = error.Message;
        message.NextAttemptAt = time.GetUtcNow() + TimeSpan.FromMilliseconds(200 * Math.Pow(2, message.Attempts));
        if (message.Attempts >= MaxAttempts)
        {
            message.SetAsideAt = time.GetUtcNow();
            log.LogError(error, "Item {Item} of tenant {Tenant} could not be handed over and is set aside", message.ItemId, tenant.Slug);
        }
    }
}
