using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace EgovSites.Platform.Localization;

public static class LocalizationServices
{
    /// <summary>
    /// Adds the interface words of the given assemblies; a word that lacks a language stops the start.
    /// </summary>
    public static IServiceCollection AddWords(
        this IServiceCollection services, params IReadOnlyList<Assembly> assemblies)
    {
        var words = new Words(assemblies);
        return services.AddSingleton(words).AddSingleton<IStringLocalizer>(words);
    }
}
