using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Tenancy;

/// <summary>A named document of a tenant's own settings, such as its menu.</summary>
public sealed class SiteSetting : ITenantOwned
{
    public const string Menu = "menu";
    public const string Home = "home";

    public string TenantId { get; set; } = "";

    public required string Name { get; init; }

    public required FieldValues Value { get; set; }
}

internal sealed class SiteSettingModel : IEntityTypeConfiguration<SiteSetting>
{
    public void Configure(EntityTypeBuilder<SiteSetting> setting) =>
        setting.ToTable("Settings").HasKey(row => new { row.TenantId, row.Name });
}
