using EgovSites.Platform.Publishing;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.OutputCaching;

namespace EgovSites.Platform.Theming;

/// <summary>Throws the tenant's cached pages and frames away after each publication, and those of the portal.</summary>
public sealed class CacheInvalidation(IOutputCacheStore cache, SiteFrames frames) : IOutboxHandler
{
    public int Order => 100;

    public async Task HandleAsync(Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        frames.Forget(tenant.Id);
        await cache.EvictByTagAsync(CacheTags.Of(tenant), cancellation);
        await cache.EvictByTagAsync(CacheTags.Portal, cancellation);
    }
}
