namespace EgovSites.Platform.Publishing.Plans;

/// <summary>A plan that failed, as the central team sees it; a copy that follows the tenant's own rows.</summary>
public sealed class ScheduleFault
{
    public required string TenantId { get; init; }

    public required string ItemId { get; init; }

    public required string Culture { get; init; }

    public required string Title { get; set; }

    /// <summary>The moment that was planned.</summary>
    public required DateTimeOffset PlannedFor { get; set; }

    public required DateTimeOffset FailedAt { get; set; }
}
