using System.Text.Json;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;

namespace EgovSites.Platform.Content.Fields;

/// <summary>One or several of the declared options, or of a taxonomy of the standard.</summary>
public sealed class ChoiceField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input)
    {
        var allowed = OptionsOf(field).Select(option => option.Value).ToHashSet(StringComparer.Ordinal);
        if (input.All.Any(value => !allowed.Contains(value)))
        {
            return FieldReading.Refused("field.choice");
        }

        return input.All.Count == 0 ? FieldReading.Empty
            : field.Setting("multiple") ? new(new JsonArray([.. input.All.Select(value => JsonValue.Create(value))]))
            : new(JsonValue.Create(input.All[0]));
    }

    public override FieldInput Show(JsonNode? value) => value is JsonArray values
        ? FieldInput.Of([.. values.Select(one => one!.GetValue<string>())])
        : base.Show(value);

    public override JsonNode? FromRecipe(JsonNode field) =>
        field is JsonObject shape && shape["Values"] is { } values ? values.DeepClone() : base.FromRecipe(field);

    public override string SearchText(FieldDefinition field, JsonNode value, string culture) =>
        string.Join(' ', OptionsOf(field).Where(option => Show(value).All.Contains(option.Value))
            .Select(option => option.Label[culture]));

    public override string? Complaint(FieldDefinition field) =>
        OptionsOf(field).Count == 0 ? "it offers nothing to choose from" : null;

    /// <summary>The options, with a taxonomy's terms already put in their place by the standard's loader.</summary>
    public static IReadOnlyList<Term> OptionsOf(FieldDefinition field) =>
        field.Settings.TryGetProperty("options", out var options)
            ? options.Deserialize<List<Term>>(Standard.Json) ?? []
            : [];
}
