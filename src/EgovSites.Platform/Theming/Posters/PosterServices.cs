using EgovSites.Platform.Publishing.Handover;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Theming.Posters;

public static class PosterServices
{
    public static IServiceCollection AddPosters(this IServiceCollection services) => services
        .AddSingleton<PosterPainter>().AddSingleton<Posters>().AddSingleton<IOutboxHandler, PosterHandler>()
        .AddSingleton<PosterQueue>().AddHostedService(provider => provider.GetRequiredService<PosterQueue>());
}
