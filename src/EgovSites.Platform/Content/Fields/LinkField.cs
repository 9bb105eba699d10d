using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;

namespace EgovSites.Platform.Content.Fields;

public sealed class LinkField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input)
    {
        var (url, text) = (input.Part("url"), input.Part("text"));
        if (url.Length == 0)
        {
            return FieldReading.Empty;
        }

        var (words, problem) = PlainText.Read(text, 200);
        return !Links.IsSafe(url) ? FieldReading.Refused("field.link")
            : problem is not null ? new(null, problem)
            : new(new JsonObject { ["url"] = url, ["text"] = words });
    }

    public override FieldInput Show(JsonNode? value) => new()
    {
        ["url"] = value?["url"]?.ToString() ?? "",
        ["text"] = value?["text"]?.ToString() ?? "",
    };

    public override JsonNode? FromRecipe(JsonNode field) =>
        field["Url"]?.ToString() is { Length: > 0 } url && Links.IsSafe(url)
            ? new JsonObject { ["url"] = url, ["text"] = field["Text"]?.ToString() ?? "" }
            : null;
}
