using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Publishing.Previewing;

/// <summary>The word of somebody without an account that a draft is right, under the name he gave.</summary>
public sealed class PreviewApproval : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    public required string LinkId { get; init; }

    public required string ItemId { get; init; }

    public required string Culture { get; init; }

    /// <summary>The revision that was seen.</summary>
    public required int Revision { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }
}
