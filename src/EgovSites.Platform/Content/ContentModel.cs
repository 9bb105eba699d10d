using EgovSites.Platform.Content.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Content;

internal sealed class ItemModel : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> item)
    {
        item.ToTable("Items").HasKey(row => new { row.TenantId, row.Id });
        item.Property(row => row.Revision).IsConcurrencyToken();
        item.Property(row => row.FactsChangedIn).HasDefaultValue(0);
        item.HasMany(row => row.Translations).WithOne().HasForeignKey(row => new { row.TenantId, row.ItemId });
        item.HasIndex(row => new { row.TenantId, row.Type, row.ChangedAt });
        item.HasIndex(row => new { row.TenantId, row.BinnedAt, row.ChangedAt, row.Id });
        item.HasIndex(row => new { row.TenantId, row.BinnedAt, row.Type, row.ChangedAt, row.Id });
    }
}

internal sealed class TranslationModel : IEntityTypeConfiguration<Translation>
{
    public void Configure(EntityTypeBuilder<Translation> translation)
    {
        translation.ToTable("Translations").HasKey(row => new { row.TenantId, row.ItemId, row.Culture });
        // A save that came between a question and its answer must not carry the approval away with other words.
        translation.ComplexProperty(row => row.Review).Property(review => review.State).IsConcurrencyToken();
        // Of a withdrawal and a publication in the same moment the second must see what the first did.
        translation.Property(row => row.State).IsConcurrencyToken();
        // Two hosts may come to the same plan at once: the one that is second finds it gone.
        translation.Property(row => row.PublishAt).IsConcurrencyToken();
        translation.Property(row => row.WithdrawAt).IsConcurrencyToken();
        translation.Property(row => row.SortKey).HasDefaultValue("");
        // Lists look at every translation: here without reading their texts, which fill a page of the file each.
        translation.HasIndex(row =>
            new
            {
                row.TenantId,
                row.ItemId,
                row.Culture,
                row.State,
                row.ChangedIn,
                row.MadeFrom,
                row.FoldedTitle,
                row.SortKey
            })
            .HasDatabaseName("IX_Translations_Lists");
        translation.HasIndex(row => new { row.TenantId, row.State, row.ItemId });
        translation.HasIndex(row => new { row.TenantId, row.AwaitsReview, row.ItemId });
        translation.HasIndex(row => new { row.TenantId, row.Culture, row.FoldedTitle, row.ItemId });
        translation.HasIndex(row => new { row.TenantId, row.PublishAt, row.ItemId });
        translation.HasIndex(row => new { row.TenantId, row.WithdrawAt });
        translation.Property(row => row.IsMachineDraft).HasDefaultValue(false);
    }
}

internal sealed class RevisionModel : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("Revisions").HasKey(row => new { row.TenantId, row.ItemId, row.Number });
        revision.HasOne<Item>().WithMany().HasForeignKey(row => new { row.TenantId, row.ItemId });
    }
}
