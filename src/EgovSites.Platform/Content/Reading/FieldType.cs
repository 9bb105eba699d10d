using System.Text.Json.Nodes;

namespace EgovSites.Platform.Content.Reading;

/// <summary>
/// A kind of field: how it is read from a form, shown in one, brought in by a recipe and found by search.
/// </summary>
public abstract class FieldType
{
    /// <summary>The name used in declarations; the editor's control of the same name shows it.</summary>
    public virtual string Name => GetType().Name.Replace("Field", "", StringComparison.Ordinal);

    /// <summary>Reads what was typed.</summary>
    public abstract FieldReading Read(FieldDefinition field, FieldInput input);

    /// <summary>The controls' content for a stored value.</summary>
    public virtual FieldInput Show(JsonNode? value) => FieldInput.Of(value is JsonValue text ? text.ToString() : "");

    /// <summary>The stored value for an Orchard field object such as <c>{ "Text": "…" }</c>.</summary>
    public virtual JsonNode? FromRecipe(JsonNode field) =>
        (field is JsonObject shape ? shape["Value"] ?? shape["Text"] ?? shape["Markdown"] : field)?.DeepClone();

    /// <summary>The words of a value that search should find.</summary>
    public virtual string SearchText(FieldDefinition field, JsonNode value, string culture) => "";

    /// <summary>What is wrong with the field's settings, or null.</summary>
    public virtual string? Complaint(FieldDefinition field) => null;
}
