using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing.Handover;

/// <summary>
/// Gives the messages of one item to each handler that has not had them. What a handler cannot do holds no other back;
/// a store that is away is asked again without end, what fails five times while it answers is set aside.
/// </summary>
internal sealed class Delivery(
    SiteDatabases sites, IEnumerable<IOutboxHandler> handlers, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>True when every handler is done; otherwise the messages say which are, and when to try again.</summary>
    public async Task<bool> RunAsync(
        Tenant tenant, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        var done = messages.Select(message => message.HandlersDone).Aggregate((all, one) => [.. all.Intersect(one)])
            .ToHashSet();
        var errors = new List<Exception>();
        var lowest = int.MaxValue;
        foreach (var handler in handlers.Where(one => one.Kind == messages[0].Kind).OrderBy(one => one.Order))
        {
            // Pages thrown away before a late headline was written must be thrown away once more.
            if (done.Contains(handler.Name) && lowest >= handler.Order)
            {
                continue;
            }

            if (await TryAsync(tenant, handler, messages[^1], cancellation) is { } error)
            {
                errors.Add(error);
                continue;
            }

            lowest = Math.Min(lowest, handler.Order);
            done.Add(handler.Name);
        }

        foreach (var message in errors.Count > 0 ? messages : [])
        {
            message.HandlersDone = [.. done.Order(StringComparer.Ordinal)];
            Postpone(tenant, message, errors);
        }

        return errors.Count == 0;
    }

    // A context of its own: rows that one handler could not save must not stay for the next.
    private async Task<Exception?> TryAsync(
        Tenant tenant, IOutboxHandler handler, OutboxMessage message, CancellationToken cancellation)
    {
        try
        {
            await using var site = sites.Open(tenant);
            await handler.HandleAsync(tenant, site, message, cancellation);
            return null;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            return error;
        }
    }

    private void Postpone(Tenant tenant, OutboxMessage message, List<Exception> errors)
    {
        message.Attempts++;
        message.Error = string.Join(" ", errors.Select(StoreFaults.CauseOf).Distinct());
        message.NextAttemptAt = time.GetUtcNow() + WaitAfter(message.Attempts);
        if (!errors.Exists(StoreFaults.Is) && ++message.Faults >= OutboxRelay.MaxAttempts)
        {
            message.SetAsideAt = time.GetUtcNow();
            log.LogError(errors[0], "Item {Item} of tenant {Tenant} could not be handed over and is set aside",
                message.ItemId, tenant.Slug);
        }
    }

    internal static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromTicks(Math.Min(Longest.Ticks, Shortest.Ticks << Math.Min(attempts, 20)));
}
