using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Theming.OtherHosts;

/// <summary>
/// How often what a site shows has changed; other hosts on the same database throw its kept pages away by it.
/// </summary>
public sealed class ChangedSite
{
    public required string TenantId { get; init; }

    public long Times { get; set; }
}

internal sealed class ChangedSiteModel : IEntityTypeConfiguration<ChangedSite>
{
    public void Configure(EntityTypeBuilder<ChangedSite> changed)
    {
        changed.ToTable("ChangedSites").HasKey(row => row.TenantId);
        changed.Property(row => row.TenantId).HasMaxLength(32);
    }
}
