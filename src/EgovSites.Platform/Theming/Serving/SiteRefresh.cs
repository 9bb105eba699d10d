using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using EgovSites.Platform.Theming.OtherHosts;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Theming.Serving;

/// <summary>
/// Throws a tenant's frames and kept pages away after a change of its settings, so that visitors see it at once.
/// </summary>
public sealed class SiteRefresh(
    PageCache cache, SiteFrames frames, SiteShelf shelf, ChangedSites others, ILogger<SiteRefresh> log)
{
    public void Run(Tenant tenant)
    {
        frames.Forget(tenant.Id);
        shelf.Clear(tenant.Id);
        cache.Evict(CacheTags.Of(tenant));
    }

    /// <summary>
    /// Here at once and on other hosts within two seconds; a change that is committed does not fail because they cannot
    /// be told.
    /// </summary>
    public async Task RunEverywhereAsync(Tenant tenant, CancellationToken cancellation)
    {
        Run(tenant);
        try
        {
            await others.TellAsync(tenant, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(error,
                "Other hosts could not be told of a change of {Site}; their pages follow when they age", tenant.Slug);
        }
    }
}
