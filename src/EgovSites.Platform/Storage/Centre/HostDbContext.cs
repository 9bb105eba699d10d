using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Storage.Centre;

/// <summary>The central database: tenants, editors, and what features gather from the tenants.</summary>
public sealed class HostDbContext(DbContextOptions<HostDbContext> options, StorageModel storage)
    : IdentityUserContext<Editor>(options)
{
    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<UsedStep> UsedSteps => Set<UsedStep>();

    /// <summary>The third brings the table of passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        Conventions.Apply(configuration, Database);

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        Conventions.UseSchema(model, Database, "host");
        storage.ApplyTo(model, owned: false);
        Conventions.SortOrdinally(model, Database);
    }
}
