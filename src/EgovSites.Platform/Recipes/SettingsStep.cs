using System.Text.Json.Nodes;

namespace EgovSites.Platform.Recipes;

/// <summary>Orchard's <c>settings</c>: of its keys a tenant here takes its accent; names come from the list of agencies.</summary>
public sealed class SettingsStep : IRecipeStep
{
    private static readonly string[] Understood = ["name", "SiteName", "TimeZoneId", "LocalizationSettings", "EgovSettings"];

    public string Name => "settings";

    public Task RunAsync(JsonObject step, RecipeRun run, CancellationToken cancellation)
    {
        foreach (var (key, _) in step.Where(pair => !Understood.Contains(pair.Key)))
        {
            run.Reports.Add($"The setting '{key}' has no meaning here and was left out.");
        }

        if (step["EgovSettings"]?["Accent"]?.ToString() is { Length: > 0 } accent)
        {
            run.Tenant.Accent = run.Standard.Accents.Contains(accent)
                ? accent
                : throw new RecipeException($"The accent '{accent}' is not in the palette: {string.Join(", ", run.Standard.Accents)}.");
        }

        return Task.CompletedTask;
    }
}
