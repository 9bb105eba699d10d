using EgovSites.Platform.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Site.HomeBlocks;

public static class HomeBlocksServices
{
    public static IServiceCollection AddHomeBlocks(this IServiceCollection services) => services
        .AddScoped<ChangeHome>()
        .AddSingleton(new DeskEntry("blocks.title", "table", "/home", DeskGroup.Site, 10));
}
