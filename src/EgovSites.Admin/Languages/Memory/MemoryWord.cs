using EgovSites.Platform.Tenancy;


namespace EgovSites.Admin.Languages.Memory;

/// <summary>
/// A folded word of a kept sentence; the rarest words of a new sentence lead to the sentences like it.
/// </summary>
public sealed class MemoryWord : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Word { get; init; }

    public required string PairId { get; init; }
}
