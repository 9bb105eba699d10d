using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;

namespace EgovSites.Platform.Recipes;

/// <summary>
/// The few <c>[js: …]</c> expressions a recipe may use: <c>uuid()</c>, <c>parameters('x')</c> and our own
/// <c>daysFromNow(n)</c>. Anything else stays as it is written and is reported; no script is ever run.
/// </summary>
public static partial class RecipeScripts
{
    public static void Evaluate(JsonNode node, RecipeRun run)
    {
        switch (node)
        {
            case JsonObject shape:
                foreach (var (name, value) in shape.ToList())
                {
                    shape[name] = Evaluated(value, run);
                }

                break;
            case JsonArray list:
                for (var index = 0; index < list.Count; index++)
                {
                    list[index] = Evaluated(list[index], run);
                }

                break;
        }
    }

    private static JsonNode? Evaluated(JsonNode? value, RecipeRun run)
    {
        if (value is JsonValue text && text.TryGetValue<string>(out var script)
            && script.StartsWith("[js:", StringComparison.Ordinal))
        {
            return JsonValue.Create(Evaluated(script, run));
        }

        if (value is JsonObject or JsonArray)
        {
            Evaluate(value, run);
        }

        return value?.DeepClone();
    }

    private static string Evaluated(string script, RecipeRun run)
    {
        var call = Call().Match(script);
        var argument = call.Groups["argument"].Value;
        switch (call.Groups["function"].Value)
        {
            case "uuid":
                return Ids.New();
            case "parameters" when run.Parameters.TryGetValue(argument, out var parameter):
                return parameter;
            case "daysFromNow" when double.TryParse(argument, CultureInfo.InvariantCulture, out var days):
                return DateTimeField.Of(run.Now.AddDays(days)).GetValue<string>();
            default:
                run.Reports.Add($"The expression {script} is not one this platform evaluates; it was kept as text.");
                return script;
        }
    }

    [GeneratedRegex(@"^\[js:\s*(?<function>[A-Za-z]+)\(\s*'?(?<argument>[^'()]*)'?\s*\)\s*;?\s*\]$")]
    private static partial Regex Call();
}
