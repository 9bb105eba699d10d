using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EgovSites.Platform.Tenancy;

internal sealed class TenantModel : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> tenant)
    {
        tenant.ToTable("Tenants").HasKey(row => row.Id);
        tenant.Property(row => row.Id).HasMaxLength(32);
        tenant.Property(row => row.Slug).HasMaxLength(80);
        tenant.HasIndex(row => row.Slug).IsUnique();
        tenant.ComplexProperty(row => row.Name);
        tenant.ComplexProperty(row => row.Body);
        tenant.HasMany(row => row.Hosts).WithOne().HasForeignKey(host => host.TenantId);
    }
}

internal sealed class TenantHostModel : IEntityTypeConfiguration<TenantHost>
{
    public void Configure(EntityTypeBuilder<TenantHost> host)
    {
        host.ToTable("TenantHosts").HasKey(row => row.Host);
        host.Property(row => row.Host).HasMaxLength(255);
    }
}
