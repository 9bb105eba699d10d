using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;

namespace EgovSites.Platform.Content.Fields;

public sealed class BooleanField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input) =>
        input.Text == "true" ? new(JsonValue.Create(true)) : FieldReading.Empty;
}
