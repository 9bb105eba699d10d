using System.Text.Json;
using System.Text.Json.Nodes;

namespace EgovSites.Platform.Recipes;

/// <summary>
/// Carries out recipes in Orchard Core's format (comments and trailing commas allowed), step by step.
/// </summary>
public sealed class RecipeRunner(IEnumerable<IRecipeStep> steps)
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, IRecipeStep> _steps =
        steps.ToDictionary(step => step.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Runs a file within the caller's transaction; a malformed file or an unknown step throws
    /// <see cref="RecipeException"/>.
    /// </summary>
    public async Task RunAsync(string file, RecipeRun run, CancellationToken cancellation = default)
    {
        foreach (var step in await ReadAsync(file, cancellation))
        {
            var name = step["name"]?.ToString() ?? "";
            if (!_steps.TryGetValue(name, out var handler))
            {
                throw new RecipeException($"{file}: there is no step '{name}'.");
            }

            RecipeScripts.Evaluate(step, run);
            try
            {
                await handler.RunAsync(step, run, cancellation);
            }
            catch (Exception error)
                when (error is InvalidOperationException or FormatException or JsonException or KeyNotFoundException)
            {
                throw new RecipeException($"{file}: the step '{name}' failed: {error.Message}", error);
            }
        }
    }

    private static async Task<IReadOnlyList<JsonObject>> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            var text = await File.ReadAllTextAsync(file, cancellation);
            var root = JsonNode.Parse(text, documentOptions: Lenient) as JsonObject
                ?? throw new RecipeException($"{file}: a recipe is an object.");
            return [.. (root["steps"] as JsonArray ?? []).OfType<JsonObject>()];
        }
        catch (JsonException error)
        {
            throw new RecipeException($"{file}, line {(error.LineNumber ?? 0) + 1}: {error.Message}", error);
        }
    }
}
