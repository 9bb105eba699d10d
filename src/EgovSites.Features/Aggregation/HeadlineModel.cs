using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Features.Aggregation;

internal sealed class HeadlineModel : IEntityTypeConfiguration<Headline>
{
    public void Configure(EntityTypeBuilder<Headline> headline)
    {
        headline.ToTable("Headlines").HasKey(row => new { row.TenantId, row.ItemId, row.Culture });
        headline.Property(row => row.SearchTitle).HasDefaultValue("");
        headline.HasOne<Tenant>().WithMany().HasForeignKey(row => row.TenantId);

        // The tenant stands in the first one so that a count need not touch the rows to leave out the suspended.
        headline.HasIndex(row => new { row.Culture, row.Section, row.ShownAt, row.TenantId });
        headline.HasIndex(row => new { row.Culture, row.Section, row.Deadline });
        headline.HasIndex(row => new { row.TenantId, row.Culture, row.Section, row.ShownAt });
    }
}
