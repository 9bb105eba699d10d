using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Features.Feedback.Appeals;

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.ToTable("Appeals").HasKey(row => new { row.TenantId, row.Id });
        appeal.Property(row => row.Version).IsConcurrencyToken();
        appeal.HasIndex(row => new { row.TenantId, row.Number }).IsUnique();
        appeal.HasIndex(row => new { row.TenantId, row.SubmissionKey }).IsUnique();
        appeal.HasIndex(row => new { row.TenantId, row.State, row.DueOn });
    }
}

internal sealed class AppealEventMapping : IEntityTypeConfiguration<AppealEvent>
{
    public void Configure(EntityTypeBuilder<AppealEvent> change)
    {
        change.ToTable("AppealEvents").HasKey(row => new { row.TenantId, row.Id });
        change.HasOne<Appeal>().WithMany().HasForeignKey(row => new { row.TenantId, row.AppealId });
    }
}

internal sealed class AppealFileMapping : IEntityTypeConfiguration<AppealFile>
{
    public void Configure(EntityTypeBuilder<AppealFile> file)
    {
        file.ToTable("AppealFiles").HasKey(row => new { row.TenantId, row.Id });
        file.HasOne<Appeal>().WithMany().HasForeignKey(row => new { row.TenantId, row.AppealId });
    }
}

internal sealed class AppealCounterMapping : IEntityTypeConfiguration<AppealCounter>
{
    public void Configure(EntityTypeBuilder<AppealCounter> counter) =>
        counter.ToTable("AppealCounters").HasKey(row => new { row.TenantId, row.Year });
}
