using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>An address an item once had; it leads to the present one.</summary>
public sealed class FormerSlug : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Culture { get; init; }

    public required string Section { get; init; }

    public required string Slug { get; init; }

    public required string ItemId { get; set; }
}
