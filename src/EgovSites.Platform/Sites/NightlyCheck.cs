using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Sites;

/// <summary>
/// Looks for damage in every site's store once a day, before a citizen meets it; a damaged site is closed for repair.
/// </summary>
public sealed class NightlyCheck(SiteDatabases sites, SiteCheck check) : IDailyWork
{
    public async Task VisitAsync(Tenant tenant, CancellationToken cancellation)
    {
        // A site that is closed already is opened again by a person, not by the clock.
        if (!sites.Closed.ContainsKey(tenant.Id))
        {
            await check.CloseIfDamagedAsync(tenant, isThorough: true, cancellation);
        }
    }
}
