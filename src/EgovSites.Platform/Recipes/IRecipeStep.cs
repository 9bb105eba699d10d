using System.Text.Json.Nodes;

namespace EgovSites.Platform.Recipes;

/// <summary>Carries out the recipe steps of one name, within the recipe's transaction.</summary>
public interface IRecipeStep
{
    string Name { get; }

    Task RunAsync(JsonObject step, RecipeRun run, CancellationToken cancellation);
}
