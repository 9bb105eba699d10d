using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Theming;

/// <summary>Throws a tenant's frames and kept pages away after a change of its settings, so that visitors see it at once.</summary>
public sealed class SiteRefresh(PageCache cache, SiteFrames frames)
{
    public void Run(Tenant tenant)
    {
        frames.Forget(tenant.Id);
        cache.Evict(CacheTags.Of(tenant));
    }
}
