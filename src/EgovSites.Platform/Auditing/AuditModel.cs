using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Auditing;

internal sealed class AuditModel : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries").HasKey(row => new { row.TenantId, row.Id });
        entry.HasIndex(row => new { row.TenantId, row.At });
    }
}
