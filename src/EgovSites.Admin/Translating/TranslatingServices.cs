using EgovSites.Admin.Translating.Memory;
using EgovSites.Admin.Translating.Requests;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Translating;

public static class TranslatingServices
{
    public static IServiceCollection AddTranslating(this IServiceCollection services) => services
        .AddScoped<TranslationVerbs>()
        .AddScoped<AskForTranslation>().AddScoped<MoveRequest>().AddSingleton<RequestRecord>().AddScoped<IDeskPanel, RequestsPanel>()
        .AddScoped<TranslationMemory>().AddSingleton<IOutboxHandler, MemoryHandler>();
}
