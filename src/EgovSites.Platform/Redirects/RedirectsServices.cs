using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Redirects;

public static class RedirectsServices
{
    public static IServiceCollection AddRedirects(this IServiceCollection services) =>
        services.AddScoped<ChangeRedirects>();
}
