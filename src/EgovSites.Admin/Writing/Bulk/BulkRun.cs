using System.Text.Json;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Admin.Writing.Bulk;

/// <summary>What one editor did to many items at once, kept for a day so that it can be read and taken back.</summary>
public sealed class BulkRun : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    public required string EditorId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required BulkAction Action { get; init; }

    /// <summary>The lines as JSON.</summary>
    public required string Report { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    public IReadOnlyList<BulkLine> ReadLines() => JsonSerializer.Deserialize<List<BulkLine>>(Report)!;

    public static string Write(IReadOnlyList<BulkLine> lines) => JsonSerializer.Serialize(lines);
}

internal sealed class BulkRunModel : IEntityTypeConfiguration<BulkRun>
{
    public void Configure(EntityTypeBuilder<BulkRun> run)
    {
        run.ToTable("BulkRuns").HasKey(row => new { row.TenantId, row.Id });
        run.HasIndex(row => new { row.TenantId, row.EditorId });
    }
}
