using EgovSites.Platform.Desk;
using EgovSites.Platform.Redirects;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Site.Redirects;

public static class RedirectsDesk
{
    public static IServiceCollection AddRedirectsDesk(this IServiceCollection services) => services
        .AddRedirects()
        .AddSingleton(new DeskEntry("redirects.title", "share", "/redirects", DeskGroup.Site, 30));
}
