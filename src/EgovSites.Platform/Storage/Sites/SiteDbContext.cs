using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>
/// One tenant's database: its items, publications, appeals, media and audit. It can neither read nor write another's
/// rows.
/// </summary>
public sealed class SiteDbContext(
    DbContextOptions<SiteDbContext> options, string tenantId, StorageModel storage, WriterGate gate, Action refuseMoved)
    : DbContext(options)
{
    public string TenantId { get; } = tenantId;

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        Conventions.Apply(configuration, Database);

    protected override void OnModelCreating(ModelBuilder model)
    {
        Conventions.UseSchema(model, Database, "site");
        storage.ApplyTo(model, owned: true);
        Conventions.SortOrdinally(model, Database);
        foreach (var type in model.Model.GetEntityTypes().Select(entity => entity.ClrType).ToList())
        {
            if (!type.IsAssignableTo(typeof(ITenantOwned)))
            {
                throw new InvalidOperationException(
                    $"{type.Name} lies in the tenants' database and must be {nameof(ITenantOwned)}.");
            }

            FilterMethod.MakeGenericMethod(type).Invoke(this, [model]);
        }
    }

    /// <summary>
    /// A transaction that waits for its turn before it holds anything; throws <see cref="SiteBusyException"/> when
    /// there is none.
    /// </summary>
    public async Task<SiteWrite> BeginWriteAsync(CancellationToken cancellation = default)
    {
        var turn = await gate.EnterAsync(TenantId, cancellation);
        try
        {
            refuseMoved();
            return new SiteWrite(await Database.BeginTransactionAsync(cancellation), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampTenant();
        // Within a transaction the turn was taken, or the file's own lock is held already.
        using var turn = Database.CurrentTransaction is null ? await gate.EnterAsync(TenantId, cancellationToken)
            : null;
        refuseMoved();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        StampTenant();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    private static readonly System.Reflection.MethodInfo FilterMethod = typeof(SiteDbContext)
        .GetMethod(nameof(FilterByTenant), System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Instance)!;

    private void FilterByTenant<T>(ModelBuilder model) where T : class, ITenantOwned =>
        model.Entity<T>().HasQueryFilter("tenant", row => row.TenantId == TenantId);

    private void StampTenant()
    {
        foreach (var entry in ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State == EntityState.Added && string.IsNullOrEmpty(entry.Entity.TenantId))
            {
                entry.Entity.TenantId = TenantId;
            }

            if (entry.State != EntityState.Unchanged && entry.Entity.TenantId != TenantId)
            {
                throw new InvalidOperationException(
                    $"A row of another tenant cannot be written ({entry.Metadata.Name}).");
            }
        }
    }
}
