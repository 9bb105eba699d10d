using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Admin.Lists;

/// <summary>A filter of the list that an editor keeps under a name.</summary>
public sealed class SavedView : ITenantOwned
{
    public const int MaxName = 40;

    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    public required string EditorId { get; init; }

    public required string Name { get; set; }

    /// <summary>The address's query, made from known words only; empty or begins with a question mark.</summary>
    public required string Query { get; set; }
}

internal sealed class SavedViewModel : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("SavedViews").HasKey(row => new { row.TenantId, row.Id });
        view.HasIndex(row => new { row.TenantId, row.EditorId });
    }
}
