using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Admin.Lists;

/// <summary>How one editor likes one screen of a site's back office.</summary>
public sealed class DeskHabit : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string EditorId { get; init; }

    public required string Name { get; init; }

    public required string Value { get; set; }
}

internal sealed class DeskHabitModel : IEntityTypeConfiguration<DeskHabit>
{
    public void Configure(EntityTypeBuilder<DeskHabit> habit) =>
        habit.ToTable("DeskHabits").HasKey(row => new { row.TenantId, row.EditorId, row.Name });
}
