using System.Text.Json.Nodes;

namespace EgovSites.Platform.Content.Comparison;

/// <summary>
/// A field's value as text to compare: a table's rows and a list's entries stand on lines of their own.
/// </summary>
public static class FieldText
{
    public static string Of(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(OnOneLine)),
        _ => OnOneLine(value),
    };

    private static string OnOneLine(JsonNode? value) => value switch
    {
        null => "",
        JsonObject parts =>
            string.Join(" · ", parts.Select(part => OnOneLine(part.Value)).Where(text => text.Length > 0)),
        JsonArray cells => string.Join(" | ", cells.Select(OnOneLine)),
        _ => value.ToString(),
    };
}
