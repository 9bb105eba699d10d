using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Auditing;

/// <summary>A line of a tenant's audit log: who did what to what, and when. Only ever added.</summary>
public sealed class AuditEntry : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string EditorId { get; init; }

    public required string Who { get; init; }

    /// <summary>The verb: <c>publish</c>, <c>withdraw</c>, <c>answer</c>…; its words are <c>audit.{verb}</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>What it was done to, in words that stay true when the thing is gone.</summary>
    public required string Subject { get; init; }

    public string Detail { get; init; } = "";

    public string? ItemId { get; init; }
}
