using EgovSites.Platform.Storage;

namespace EgovSites.Platform.Publishing;

/// <summary>Says that a publication carries a document, by whose words search may find it.</summary>
public sealed class PublishedFile : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string ItemId { get; init; }

    public required string Culture { get; init; }

    public required string MediaId { get; init; }
}
