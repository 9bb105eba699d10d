using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Sites;

namespace EgovSites.Platform.Recipes;

/// <summary>
/// Orchard's <c>settings</c>: of its keys a tenant here takes its accent and its home blocks; names come from the list
/// of agencies.
/// </summary>
public sealed class SettingsStep : IRecipeStep
{
    private static readonly string[] Understood =
        ["name", "SiteName", "TimeZoneId", "LocalizationSettings", "EgovSettings"];

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
                : throw new RecipeException(
                    $"The accent '{accent}' is not in the palette: {string.Join(", ", run.Standard.Accents)}.");
        }

        if (step["EgovSettings"]?["HomeBlocks"] is JsonArray blocks && !run.Tenant.IsPortal)
        {
            run.Db.Add(new SiteSetting { Name = SiteSetting.Home, Value = BlocksOf(blocks, run) });
        }

        return Task.CompletedTask;
    }

    // What the recipe leaves out is off, unless the standard keeps it on every site; blocks that are to come are passed
    // over.
    private static FieldValues BlocksOf(JsonArray blocks, RecipeRun run)
    {
        var known = run.Standard.Home.Blocks.Select(block => block.Name).ToList();
        var order = blocks.Select(name => name!.ToString()).Where(known.Contains).ToList();
        return HomeLayout.Write(order, known.Except(order));
    }
}
