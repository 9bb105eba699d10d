using System.Collections.Concurrent;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing.Duties;

/// <summary>Does what is due by the notes, a few sites at a time. A site that fails keeps its notes, and holds no other up.</summary>
public sealed class NotedDuties(
    DutyNotes notes, SiteDatabases sites, TenantDirectory tenants, OutboxRelay relay, ScheduleWorker worker, TimeProvider time, ILogger<NotedDuties> log)
{
    private const int AtOnce = 4;

    /// <summary>One failure in so many is logged, and the first: an outage must not fill the disk.</summary>
    private const int LoggedEvery = 10;

    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>One look; throws what the central store throws.</summary>
    public async Task FollowAsync(CancellationToken cancellation) => await Parallel.ForEachAsync(
        await notes.DueAsync(time.GetUtcNow(), cancellation),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (ofSite, token) => await TryAsync(ofSite, token));

    private async Task TryAsync(IGrouping<string, DutyNote> ofSite, CancellationToken cancellation)
    {
        try
        {
            await notes.SettleAsync(ofSite, await DoAsync(ofSite, cancellation), cancellation);
            _failures.TryRemove(ofSite.Key, out _);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            var count = _failures.AddOrUpdate(ofSite.Key, 1, (_, known) => known + 1);
            if (count == 1 || count % LoggedEvery == 0)
            {
                log.LogError(error, "What tenant {Tenant} has to do could not be done, {Count} times by now; it is tried again", ofSite.Key, count);
            }
        }
    }

    private async Task<SiteDuty> DoAsync(IGrouping<string, DutyNote> ofSite, CancellationToken cancellation) =>
        !sites.Closed.ContainsKey(ofSite.Key) && tenants.ById(ofSite.Key) is { } tenant
            ? new SiteDuty(await HandOverAsync(ofSite, tenant, cancellation), await CarryOutAsync(ofSite, tenant, cancellation))
            : new SiteDuty(null, null);

    private async Task<DateTimeOffset?> HandOverAsync(IEnumerable<DutyNote> ofSite, Tenant tenant, CancellationToken cancellation) =>
        ofSite.Any(note => !note.IsPlan) ? await relay.HandOverAsync(tenant, cancellation) : null;

    private async Task<DateTimeOffset?> CarryOutAsync(IEnumerable<DutyNote> ofSite, Tenant tenant, CancellationToken cancellation) =>
        ofSite.Any(note => note.IsPlan) ? await worker.RunDueAsync(tenant, cancellation) : null;
}
