namespace EgovSites.Platform.Tenancy;

/// <summary>
/// A row of one tenant: filtered on every read, stamped on every write, guarded by row level security on PostgreSQL.
/// </summary>
public interface ITenantOwned
{
    string TenantId { get; set; }
}
