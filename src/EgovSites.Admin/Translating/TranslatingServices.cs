using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Translating;

public static class TranslatingServices
{
    public static IServiceCollection AddTranslating(this IServiceCollection services) => services.AddScoped<TranslationVerbs>();
}
