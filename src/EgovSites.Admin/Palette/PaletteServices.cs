using EgovSites.Platform.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Palette;

public static class PaletteServices
{
    public static IServiceCollection AddPalette(this IServiceCollection services) => services
        .AddScoped<PaletteSearch>()
        .AddSingleton(new DeskEntry("palette.title", "search", "/palette", DeskGroup.Top, 10));
}
