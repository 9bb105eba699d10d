using System.Text.Json;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Types;

namespace EgovSites.Platform.Content.Fields;

/// <summary>Rows of short texts under declared columns; a row with nothing in it is left out.</summary>
public sealed class TableField : FieldType
{
    private const int MaxCell = 400;

    public override FieldReading Read(FieldDefinition field, FieldInput input)
    {
        var columns = ColumnsOf(field);
        var rows = new JsonArray();
        for (var row = 0; row < RowCount(columns, input); row++)
        {
            var cells = new JsonArray();
            for (var column = 0; column < columns.Count; column++)
            {
                var (text, problem) = PlainText.Read(input[Part(column)].ElementAtOrDefault(row) ?? "", MaxCell);
                if (problem is not null)
                {
                    return new(null, problem);
                }

                cells.Add(JsonValue.Create(text));
            }

            if (cells.Any(cell => cell!.GetValue<string>().Length > 0))
            {
                rows.Add(cells);
            }
        }

        return rows.Count == 0 ? FieldReading.Empty
            : rows.Count > field.Setting("maxRows", 100)
            ? FieldReading.Refused("field.tooManyRows", field.Setting("maxRows", 100))
            : new(rows);
    }

    public override FieldInput Show(JsonNode? value)
    {
        var input = new FieldInput();
        var rows = value as JsonArray ?? [];
        var width = rows.Count == 0 ? 0 : rows.Max(row => row!.AsArray().Count);
        for (var column = 0; column < width; column++)
        {
            input[Part(column)] =
                rows.Select(row => row!.AsArray().ElementAtOrDefault(column)?.GetValue<string>() ?? "").ToArray();
        }

        return input;
    }

    public override JsonNode? FromRecipe(JsonNode field) =>
        (field as JsonObject)?["Rows"]?.DeepClone() ?? (field as JsonArray)?.DeepClone();

    public override string SearchText(FieldDefinition field, JsonNode value, string culture) =>
        string.Join(' ', value.AsArray().SelectMany(row => row!.AsArray()).Select(cell => cell!.GetValue<string>()));

    public override string? Complaint(FieldDefinition field) =>
        ColumnsOf(field).Count == 0 ? "it has no columns" : null;

    public static IReadOnlyList<Term> ColumnsOf(FieldDefinition field) =>
        field.Settings.TryGetProperty("columns", out var columns)
            ? [.. columns.EnumerateArray().Select(column => new Term(
                column.GetProperty("name").GetString()!,
                column.GetProperty("label").Deserialize<Localization.Trilingual>(Standard.Json)!))]
            : [];

    /// <summary>The name of a column's controls: its number.</summary>
    public static string Part(int column) => column.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int RowCount(IReadOnlyList<Term> columns, FieldInput input) =>
        Enumerable.Range(0, columns.Count).Max(column => input[Part(column)].Count);
}
