using System.Globalization;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Sites;

/// <summary>A named document of a tenant's own settings, such as its menu.</summary>
public sealed class SiteSetting : ITenantOwned
{
    public const string Menu = "menu";
    public const string Home = "home";

    public string TenantId { get; set; } = "";

    public required string Name { get; init; }

    public required FieldValues Value
    {
        get;
        set
        {
            field = value;
            Revision++;
        }
    }

    /// <summary>Counts the writes, and guards against two people writing at once.</summary>
    public int Revision { get; private set; }

    /// <summary>What a form says it was opened over.</summary>
    public static string VersionOf(SiteSetting? setting) =>
        (setting?.Revision ?? 0).ToString(CultureInfo.InvariantCulture);
}

internal sealed class SiteSettingModel : IEntityTypeConfiguration<SiteSetting>
{
    public void Configure(EntityTypeBuilder<SiteSetting> setting)
    {
        setting.ToTable("Settings").HasKey(row => new { row.TenantId, row.Name });
        setting.Property(row => row.Revision).HasDefaultValue(0).ValueGeneratedNever().IsConcurrencyToken();
    }
}
