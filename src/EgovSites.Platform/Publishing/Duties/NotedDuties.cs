using System.Collections.Concurrent;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing.Duties;

/// <summary>
/// Does what is due by the notes, a few sites at a time. A site that fails keeps its notes; a slow one is left at its
/// work, and the next look goes on with the others.
/// </summary>
public sealed class NotedDuties(
    DutyNotes notes, SiteDatabases sites, TenantDirectory tenants, OutboxRelay relay, ScheduleWorker worker,
    TimeProvider time, ILogger<NotedDuties> log) : IDisposable
{
    private const int AtOnce = 4;

    /// <summary>One failure in so many is logged, and the first: an outage must not fill the disk.</summary>
    private const int LoggedEvery = 10;

    // A tenant is registered after its rows are there, and known here a second later.
    private static readonly TimeSpan StrangersKept = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly ConcurrentDictionary<string, bool> _inHand = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>One look; what is begun goes on after it. Throws what the central store throws.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        foreach (var ofSite in await notes.DueAsync(time.GetUtcNow(), cancellation))
        {
            if (!IsStrange(ofSite) && _inHand.TryAdd(ofSite.Key, true))
            {
                _ = WorkAsync(ofSite, cancellation);
            }
        }
    }

    public void Dispose() => _places.Dispose();

    private bool IsStrange(IGrouping<string, DutyNote> ofSite) =>
        tenants.ById(ofSite.Key) is null && ofSite.Max(note => note.At) > time.GetUtcNow() - StrangersKept;

    private async Task WorkAsync(IGrouping<string, DutyNote> ofSite, CancellationToken cancellation)
    {
        try
        {
            await _places.WaitAsync(cancellation);
            try
            {
                await notes.SettleAsync(ofSite, await DoAsync(ofSite, cancellation), cancellation);
                _failures.TryRemove(ofSite.Key, out _);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (Exception error)
        {
            Say(ofSite.Key, error, cancellation);
        }
        finally
        {
            _inHand.TryRemove(ofSite.Key, out _);
        }
    }

    private void Say(string tenantId, Exception error, CancellationToken cancellation)
    {
        var count = _failures.AddOrUpdate(tenantId, 1, (_, known) => known + 1);
        if (!cancellation.IsCancellationRequested && (count == 1 || count % LoggedEvery == 0))
        {
            log.LogError(error,
                "What tenant {Tenant} has to do could not be done, {Count} times by now; it is tried again", tenantId,
                count);
        }
    }

    // A plan first: its moment has come, and it does not wait for whoever is slow to hear of others.
    private async Task<SiteDuty> DoAsync(IGrouping<string, DutyNote> ofSite, CancellationToken cancellation)
    {
        if (sites.Closed.ContainsKey(ofSite.Key) || tenants.ById(ofSite.Key) is not { } tenant)
        {
            return new SiteDuty(null, null);
        }

        var planAt = ofSite.Any(note => note.IsPlan) ? await worker.RunDueAsync(tenant, cancellation) : null;
        var outboxAt = ofSite.Any(note => !note.IsPlan) ? await relay.HandOverAsync(tenant, cancellation) : null;
        return new SiteDuty(outboxAt, planAt);
    }
}
