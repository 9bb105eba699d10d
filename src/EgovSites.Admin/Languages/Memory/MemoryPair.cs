using EgovSites.Platform.Tenancy;


namespace EgovSites.Admin.Languages.Memory;

/// <summary>A sentence of a published item and the same sentence in another language, in one direction.</summary>
public sealed class MemoryPair : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    public required string ItemId { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>
    /// The hash of the folded sentence: equal for sentences that differ in case, marks and Tajik letters only.
    /// </summary>
    public required string Hash { get; init; }

    public required string Source { get; init; }

    public required string Target { get; init; }
}
