using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>
/// What a visitor finds where a withdrawn item stood: a word that it is gone, or the way to something else.
/// </summary>
public sealed class GoneAddress : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Culture { get; init; }

    public required string Section { get; init; }

    public required string Slug { get; init; }

    public required string ItemId { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Empty for "gone"; else an address on this site, or elsewhere by https.</summary>
    public string RedirectTo { get; set; } = "";

    public string Note { get; set; } = "";
}
