using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.OtherHosts;

namespace EgovSites.Platform.Theming.Serving;

/// <summary>
/// Throws the tenant's cached pages and frames away after each publication, and those of the portal; other hosts
/// follow.
/// </summary>
public sealed class CacheInvalidation(PageCache cache, SiteRefresh refresh, ChangedSites others) : IOutboxHandler
{
    public int Order => 100;

    public Task HandleAsync(Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        refresh.Run(tenant);
        cache.Evict(CacheTags.Portal);
        return others.TellAsync(tenant, cancellation);
    }
}
