using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Storage.Centre;

/// <summary>The one row that says which platform this is, and until when its clock was seen.</summary>
public sealed class PlatformRecord
{
    public const int TheOne = 1;

    /// <summary>Always <see cref="TheOne"/>: two hosts that start at once cannot both make a platform.</summary>
    public int Key { get; init; } = TheOne;

    /// <summary>Generated once; the data folder and every site's file carry it too.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The latest moment at which a host believed its clock; null until the first.</summary>
    public DateTimeOffset? SeenAt { get; set; }
}

internal sealed class PlatformRecordModel : IEntityTypeConfiguration<PlatformRecord>
{
    public void Configure(EntityTypeBuilder<PlatformRecord> record)
    {
        record.ToTable("Platform").HasKey(row => row.Key);
        record.Property(row => row.Key).ValueGeneratedNever();
        record.Property(row => row.Id).HasMaxLength(26);
    }
}
