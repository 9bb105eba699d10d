namespace EgovSites.Platform.Publishing.Duties;

/// <summary>When a site's outbox and its plans are to be looked at next; null where nothing waits.</summary>
public sealed record SiteDuty(DateTimeOffset? OutboxAt, DateTimeOffset? PlanAt);
