using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Sites;

/// <summary>Opens a site only when its store can be trusted; whatever is wrong with one closes that one and no other.</summary>
public sealed class SiteCheck(Schema schema, SiteDatabases sites, ILogger<SiteCheck> log)
{
    /// <summary>True when the site is open afterwards; <paramref name="isThorough"/> reads the whole file.</summary>
    public async Task<bool> RunAsync(Tenant tenant, CancellationToken cancellation, bool isThorough = false)
    {
        try
        {
            sites.Reopen(tenant.Id);
            await schema.CheckSiteAsync(tenant, cancellation);
            if (isThorough)
            {
                await schema.InspectSiteAsync(tenant, cancellation);
            }

            return true;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            sites.CloseForRepair(tenant.Id, $"The site {tenant.Slug} is closed for repair: {StoreFaults.CauseOf(error)}");
            log.LogCritical(error, "The site {Tenant} cannot be opened and is closed for repair; the others go on", tenant.Slug);
            return false;
        }
    }
}
