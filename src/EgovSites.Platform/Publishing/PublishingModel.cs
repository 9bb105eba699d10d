using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Duties;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Platform.Publishing.Publications;
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
        publication.HasIndex(row => new { row.TenantId, row.FilesKept });
        // What lists count and are narrowed by, so that no row with its texts is read for it.
        publication.HasIndex(row =>
            new
            {
                row.TenantId,
                row.Culture,
                row.Section,
                row.ShownAt,
                row.ItemId,
                row.Topic,
                row.Facets,
                row.WithdrawnAt
            })
            .HasDatabaseName("IX_Publications_Listed");
        publication.HasIndex(row => new { row.TenantId, row.Culture, row.Section, row.Deadline });
        publication.HasIndex(row => new { row.TenantId, row.Culture, row.UpdatedAt });
        publication.Property(row => row.Facets).HasDefaultValue("");
        publication.Property(row => row.SearchTitle).HasDefaultValue("");
        publication.Property(row => row.FilesKept).HasDefaultValue(false);
        publication.HasQueryFilter(Publication.WithoutWithdrawn, row => row.WithdrawnAt == null);
    }
}

internal sealed class PublishedFileModel : IEntityTypeConfiguration<PublishedFile>
{
    public void Configure(EntityTypeBuilder<PublishedFile> file)
    {
        file.ToTable("PublishedFiles").HasKey(row => new { row.TenantId, row.ItemId, row.Culture, row.MediaId });
        file.HasIndex(row => new { row.TenantId, row.MediaId });
    }
}

internal sealed class FormerSlugModel : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> former) =>
        former.ToTable("FormerSlugs").HasKey(row => new { row.TenantId, row.Section, row.Slug, row.Culture });
}

internal sealed class GoneAddressModel : IEntityTypeConfiguration<GoneAddress>
{
    public void Configure(EntityTypeBuilder<GoneAddress> gone)
    {
        gone.ToTable("GoneAddresses").HasKey(row => new { row.TenantId, row.Section, row.Slug, row.Culture });
        gone.HasIndex(row => new { row.TenantId, row.ItemId });
    }
}

internal sealed class ScheduleFaultModel : IEntityTypeConfiguration<ScheduleFault>
{
    public void Configure(EntityTypeBuilder<ScheduleFault> fault) =>
        fault.ToTable("ScheduleFaults").HasKey(row => new { row.TenantId, row.ItemId, row.Culture });
}

internal sealed class DutyNoteModel : IEntityTypeConfiguration<DutyNote>
{
    public void Configure(EntityTypeBuilder<DutyNote> note)
    {
        note.ToTable("DutyNotes").HasKey(row => row.Id);
        note.Property(row => row.TenantId).HasMaxLength(32);
        note.HasIndex(row => row.At);
    }
}

internal sealed class WorkingCopyModel : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> copy) =>
        copy.ToTable("WorkingCopies").HasKey(row => new { row.TenantId, row.ItemId, row.EditorId });
}

internal sealed class PreviewLinkModel : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.ToTable("PreviewLinks").HasKey(row => new { row.TenantId, row.Id });
        link.HasIndex(row => new { row.TenantId, row.CodeHash }).IsUnique();
    }
}

internal sealed class PreviewApprovalModel : IEntityTypeConfiguration<PreviewApproval>
{
    public void Configure(EntityTypeBuilder<PreviewApproval> approval)
    {
        approval.ToTable("PreviewApprovals").HasKey(row => new { row.TenantId, row.Id });
        approval.HasIndex(row => new { row.TenantId, row.ItemId });
    }
}

internal sealed class OutboxModel : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("Outbox").HasKey(row => new { row.TenantId, row.Id });
        message.Property(row => row.Kind).HasDefaultValue("");
        message.Property(row => row.Done).HasDefaultValue("");
        message.Property(row => row.Faults).HasDefaultValue(0);
        message.Ignore(row => row.HandlersDone);
        message.HasIndex(row => new { row.TenantId, row.SetAsideAt, row.NextAttemptAt });
    }
}
