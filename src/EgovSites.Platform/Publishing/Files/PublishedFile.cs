using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Publishing.Files;

/// <summary>
/// Says that a publication names a picture or document: what strangers may fetch, and by whose words search may find
/// it. It outlives the publication, so that a withdrawn page's files are known to have gone with it.
/// </summary>
public sealed class PublishedFile : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string ItemId { get; init; }

    public required string Culture { get; init; }

    public required string MediaId { get; init; }
}
