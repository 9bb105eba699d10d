using System.Collections.Concurrent;

namespace EgovSites.Platform.Publishing.Plans;

/// <summary>
/// Remembers when each tenant has a plan to carry out next, so that an idle tenant's file stays closed.
/// </summary>
public sealed class PlanWatch
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _next = new(StringComparer.Ordinal);

    /// <summary>Says that a tenant has something to do at a moment; never waits, never fails.</summary>
    public void Wake(string tenantId, DateTimeOffset at) =>
        _next.AddOrUpdate(tenantId, at, (_, known) => known < at ? known : at);

    /// <summary>The tenants whose moment has come.</summary>
    public IReadOnlyList<string> DueAt(DateTimeOffset now) =>
        [.. _next.Where(pair => pair.Value <= now).Select(pair => pair.Key)];

    public void Forget(string tenantId) => _next.TryRemove(tenantId, out _);
}
