using EgovSites.Admin.Languages.Machine;
using EgovSites.Admin.Languages.Memory;
using EgovSites.Admin.Languages.Requests;
using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Handover;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EgovSites.Admin.Languages;

public static class TranslatingServices
{
    public static IServiceCollection AddTranslating(this IServiceCollection services)
    {
        services.AddOptions<TranslationOptions>().BindConfiguration(TranslationOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IMachineTranslator>(
            provider => provider.GetRequiredService<IOptions<TranslationOptions>>().Value.Address.Length == 0
            ? new NoMachineTranslator()
            : ActivatorUtilities.CreateInstance<HttpMachineTranslator>(provider));
        return services.AddScoped<TranslationVerbs>().AddScoped<MachineDraft>()
            .AddScoped<AskForTranslation>().AddScoped<MoveRequest>().AddScoped<AskedItems>()
            .AddSingleton<RequestRecord>().AddScoped<IDeskPanel, RequestsPanel>()
            .AddScoped<IDeskPanel, TranslationsPanel>()
            .AddSingleton<IOutboxHandler, RequestLetters>().AddScoped<TranslationMemory>()
            .AddSingleton<IOutboxHandler, MemoryHandler>();
    }
}
