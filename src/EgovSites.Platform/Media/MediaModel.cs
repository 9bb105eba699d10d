using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Media;

internal sealed class MediaModel : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> file)
    {
        file.ToTable("MediaFiles").HasKey(row => new { row.TenantId, row.Id });
        file.ComplexProperty(row => row.Alt);
        file.HasIndex(row => new { row.TenantId, row.UploadedAt });
    }
}
