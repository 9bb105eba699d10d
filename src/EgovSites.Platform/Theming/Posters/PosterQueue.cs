using System.Threading.Channels;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Theming.Posters;

/// <summary>
/// Makes posters one after another in the background. What does not fit, or is lost with the process, is made when it
/// is asked for.
/// </summary>
public sealed class PosterQueue(Posters posters, ILogger<PosterQueue> log) : BackgroundService
{
    private const int Places = 256;

    private readonly Channel<(Tenant Tenant, string ItemId, string Culture)> _waiting =
        Channel.CreateBounded<(Tenant, string, string)>(
            new BoundedChannelOptions(Places) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(Tenant tenant, string itemId, string culture) =>
        _waiting.Writer.TryWrite((tenant, itemId, culture));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (tenant, item, culture) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await posters.FollowAsync(tenant, item, culture, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "The poster of item {Item} of tenant {Tenant} was not made", item, tenant.Slug);
            }
        }
    }
}
