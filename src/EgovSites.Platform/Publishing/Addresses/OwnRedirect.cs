using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>An address a site's editors send on to another, such as a page of the site they had before.</summary>
public sealed class OwnRedirect : ITenantOwned
{
    public const int MaxNote = 200;

    public string TenantId { get; set; } = "";

    /// <summary>
    /// A path of this site as <see cref="RedirectAddress.From"/> writes it, with its query if it has one.
    /// </summary>
    public required string From { get; init; }

    /// <summary>A path of this site, or a full https address; percent-encoded.</summary>
    public required string To { get; init; }

    public string Note { get; init; } = "";

    public required DateTimeOffset At { get; init; }

    public required string Who { get; init; }
}

internal sealed class OwnRedirectModel : IEntityTypeConfiguration<OwnRedirect>
{
    public void Configure(EntityTypeBuilder<OwnRedirect> redirect) =>
        redirect.ToTable("OwnRedirects").HasKey(row => new { row.TenantId, row.From });
}
