using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Sites;

/// <summary>
/// Opens a site only when its store can be trusted; whatever is wrong with one closes that one and no other.
/// </summary>
public sealed class SiteCheck(Schema schema, SiteDatabases sites, TenantDirectory tenants, ILogger<SiteCheck> log)
{
    /// <summary>
    /// From now on each store is looked at before its first use; thousands of sites cost a start nothing.
    /// </summary>
    public void LookBeforeUse()
    {
        if (!sites.IsShared)
        {
            sites.FirstLook = Look;
        }
    }

    /// <summary>
    /// Looks at a site and opens or closes it; true when it is open afterwards. <paramref name="isThorough"/> reads the
    /// whole file.
    /// </summary>
    public async Task<bool> RunAsync(Tenant tenant, CancellationToken cancellation, bool isThorough = false)
    {
        var isSound = await CloseIfDamagedAsync(tenant, isThorough, cancellation);
        if (isSound)
        {
            sites.Reopen(tenant.Id);
        }

        return isSound;
    }

    /// <summary>The same, but what somebody closed meanwhile stays closed; true when it was found sound.</summary>
    public async Task<bool> CloseIfDamagedAsync(Tenant tenant, bool isThorough, CancellationToken cancellation)
    {
        try
        {
            await schema.CheckSiteAsync(tenant, cancellation);
            if (isThorough)
            {
                await schema.InspectSiteAsync(tenant, cancellation);
            }

            return true;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested && StoreFaults.MayPass(error))
        {
            log.LogWarning(error, "The site {Tenant} could not be looked at just now and stays as it is", tenant.Slug);
            return false;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            sites.CloseForRepair(tenant.Id, Closed(tenant, error));
            return false;
        }
    }

    private string? Look(string tenantId)
    {
        if (tenants.ById(tenantId) is not { } tenant)
        {
            return null;
        }

        try
        {
            // SQLite's calls end before they return.
            schema.CheckSiteAsync(tenant).GetAwaiter().GetResult();
            return null;
        }
        catch (Exception error) when (!StoreFaults.MayPass(error))
        {
            return Closed(tenant, error);
        }
    }

    private string Closed(Tenant tenant, Exception error)
    {
        log.LogCritical(
            error, "The site {Tenant} cannot be opened and is closed for repair; the others go on", tenant.Slug);
        return $"The site {tenant.Slug} is closed for repair: {StoreFaults.CauseOf(error)}";
    }
}
