using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Media;

internal sealed class MediaModel : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> file)
    {
        file.ToTable("MediaFiles").HasKey(row => new { row.TenantId, row.Id });
        file.ComplexProperty(row => row.Alt);
        file.ComplexProperty(row => row.Caption, caption =>
        {
            caption.Property(words => words.Tg).HasDefaultValue("");
            caption.Property(words => words.Ru).HasDefaultValue("");
            caption.Property(words => words.En).HasDefaultValue("");
        });
        foreach (var text in new[] { nameof(MediaFile.CopyBytes), nameof(MediaFile.Formats), nameof(MediaFile.Card),
            nameof(MediaFile.Credit), nameof(MediaFile.Folder), nameof(MediaFile.FoldedName),
            nameof(MediaFile.ConvertedFrom) })
        {
            file.Property<string>(text).HasDefaultValue("");
        }

        // The sentinel says "not set"; without it a focus at the very edge, 0, would become the middle.
        file.Property(row => row.FocusX).HasDefaultValue(50).HasSentinel(50);
        file.Property(row => row.FocusY).HasDefaultValue(50).HasSentinel(50);
        file.Property(row => row.Version).HasDefaultValue(1).HasSentinel(1);
        file.Property(row => row.Decorative).HasDefaultValue(false);
        file.Property(row => row.IsCommon).HasDefaultValue(false);
        file.Property(row => row.HasNoText).HasDefaultValue(false);
        file.HasIndex(row => new { row.TenantId, row.UploadedAt });
        file.HasIndex(row => new { row.TenantId, row.Folder, row.UploadedAt });
    }
}

internal sealed class MediaTextModel : IEntityTypeConfiguration<MediaText>
{
    public void Configure(EntityTypeBuilder<MediaText> text) =>
        text.ToTable("MediaTexts").HasKey(row => new { row.TenantId, row.MediaId });
}

internal sealed class MediaVersionModel : IEntityTypeConfiguration<MediaVersion>
{
    public void Configure(EntityTypeBuilder<MediaVersion> version)
    {
        version.ToTable("MediaVersions").HasKey(row => new { row.TenantId, row.MediaId, row.Number });
        version.Property(row => row.CopyBytes).HasDefaultValue("");
    }
}

internal sealed class MediaUploadModel : IEntityTypeConfiguration<MediaUpload>
{
    public void Configure(EntityTypeBuilder<MediaUpload> upload)
    {
        upload.ToTable("MediaUploads").HasKey(row => new { row.TenantId, row.Id });
        upload.HasIndex(row => new { row.TenantId, row.EditorId });
    }
}
