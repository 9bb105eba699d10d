using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Theming.OtherHosts;

/// <summary>
/// Throws away, within a second or two, the kept pages and frames of sites that changed on another host.
/// </summary>
public sealed class ChangedSitesWatch(
    ChangedSites changed, TenantDirectory directory, SiteRefresh refresh, PageCache cache, TimeProvider time,
    ILogger<ChangedSitesWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>One look; what changed here is not thrown away twice.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        var news = await changed.HearAsync(cancellation);
        foreach (var tenant in news.Select(directory.ById).OfType<Tenant>())
        {
            refresh.Run(tenant);
        }

        if (news.Count > 0)
        {
            cache.Evict(CacheTags.Portal);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isAway = false;
        while (changed.HaveOthers)
        {
            await Task.Delay(Pause, time, stoppingToken);
            try
            {
                await FollowAsync(stoppingToken);
                isAway = false;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isAway)
                {
                    log.LogWarning(error, "What changed on other hosts could not be read; trying each second");
                }

                isAway = true;
            }
        }
    }
}
