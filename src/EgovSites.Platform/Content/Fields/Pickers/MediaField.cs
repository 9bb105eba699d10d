using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;

namespace EgovSites.Platform.Content.Fields.Pickers;

/// <summary>Pictures of the site's library, by id; one unless the field says <c>multiple</c>.</summary>
public class MediaField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input)
    {
        var ids = input.All.Where(Ids.IsId).Distinct().ToArray();
        return ids.Length == 0 ? FieldReading.Empty : new(Of(field.Setting("multiple") ? ids : ids[..1]));
    }

    public override FieldInput Show(JsonNode? value) => FieldInput.Of([.. IdsOf(value)]);

    /// <summary>
    /// A recipe names files by path; the recipe step puts the ids in their place before this is asked.
    /// </summary>
    public override JsonNode? FromRecipe(JsonNode field) => field is JsonArray ? field.DeepClone() : null;

    public static JsonNode Of(params string[] ids) => new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);

    public static IEnumerable<string> IdsOf(JsonNode? value) =>
        value is JsonArray ids ? ids.Select(id => id!.GetValue<string>()) : [];
}
