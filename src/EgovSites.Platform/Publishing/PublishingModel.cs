using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Publishing;

internal sealed class PublicationModel : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("Publications").HasKey(row => new { row.TenantId, row.ItemId, row.Culture });
        publication.HasIndex(row => new { row.TenantId, row.Section, row.Slug, row.Culture }).IsUnique();
        publication.HasIndex(row => new { row.TenantId, row.Culture, row.Section, row.ShownAt });
    }
}

internal sealed class FormerSlugModel : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> former) =>
        former.ToTable("FormerSlugs").HasKey(row => new { row.TenantId, row.Section, row.Slug, row.Culture });
}

internal sealed class OutboxModel : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("Outbox").HasKey(row => new { row.TenantId, row.Id });
        message.Property(row => row.Kind).HasDefaultValue("");
        message.HasIndex(row => new { row.TenantId, row.SetAsideAt, row.NextAttemptAt });
    }
}
