using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Recipes;

public static class RecipeServices
{
    public static IServiceCollection AddRecipes(this IServiceCollection services) => services
        .AddSingleton<RecipeRunner>()
        .AddSingleton<IRecipeStep, SettingsStep>()
        .AddSingleton<IRecipeStep, MediaStep>()
        .AddSingleton<IRecipeStep, ContentStep>();
}
