using EgovSites.Platform.Publishing;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Theming;

/// <summary>Throws the tenant's cached pages and frames away after each publication, and those of the portal.</summary>
public sealed class CacheInvalidation(PageCache cache, SiteFrames frames) : IOutboxHandler
{
    public int Order => 100;

    public Task HandleAsync(Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        frames.Forget(tenant.Id);
        cache.Evict(CacheTags.Of(tenant));
        cache.Evict(CacheTags.Portal);
        return Task.CompletedTask;
    }
}
