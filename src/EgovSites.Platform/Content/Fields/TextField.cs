using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Tajik.Finding;

namespace EgovSites.Platform.Content.Fields;

public sealed class TextField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input)
    {
        var (text, problem) = field.Setting("multiline")
            ? PlainText.Read(input.Text, field.Setting("maxLength", 200))
            : PlainText.ReadLine(input.Text, field.Setting("maxLength", 200));
        if (text.Length == 0)
        {
            return FieldReading.Empty;
        }

        if (problem is null && field.Setting("slug") && !Slug.IsValid(text))
        {
            problem = new Reason("field.slug");
        }

        return problem is null ? new(JsonValue.Create(text)) : new(null, problem);
    }

    public override string SearchText(FieldDefinition field, JsonNode value, string culture) =>
        field.Setting("slug") ? "" : value.GetValue<string>();
}
