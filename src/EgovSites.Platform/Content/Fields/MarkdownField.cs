using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;

namespace EgovSites.Platform.Content.Fields;

public sealed class MarkdownField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input)
    {
        var (text, problem) = PlainText.Read(HardBreaks.Seen(input.Text), field.Setting("maxLength", 60000));
        return problem is not null ? new(null, problem)
            : MarkdownCost.Excess(text) is { } mark ? new(null, MarkdownCost.Refusal(mark))
            : !MarkdownText.CanRender(text) ? FieldReading.Refused("field.tooDeep")
            : text.Length == 0 ? FieldReading.Empty
            : new(JsonValue.Create(text));
    }

    public override string SearchText(FieldDefinition field, JsonNode value, string culture) =>
        MarkdownText.ToPlain(value.GetValue<string>());
}
