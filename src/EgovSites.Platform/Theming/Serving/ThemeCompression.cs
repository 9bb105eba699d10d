using Microsoft.Extensions.Hosting;

namespace EgovSites.Platform.Theming.Serving;

/// <summary>
/// Compresses the theme's files beside the first requests: at their best the scripts take a second, which no start
/// should wait for.
/// </summary>
public sealed class ThemeCompression(ThemeAssets assets) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            foreach (var asset in assets.All.OrderBy(asset => asset.Body.Length)
                .TakeWhile(_ => !stoppingToken.IsCancellationRequested))
            {
                _ = asset.Brotli;
            }
        },
        stoppingToken);
}
