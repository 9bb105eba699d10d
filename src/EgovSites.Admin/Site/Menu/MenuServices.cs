using EgovSites.Platform.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Site.Menu;

public static class MenuServices
{
    public static IServiceCollection AddMenu(this IServiceCollection services) => services
        .AddScoped<ChangeMenu>()
        .AddSingleton(new DeskEntry("menu.title", "menu", "/menu", DeskGroup.Site, 20));
}
