using System.Net.Mail;
using System.Text.Json.Nodes;

namespace EgovSites.Platform.Content.Fields;

public sealed class EmailField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input) =>
        input.Text.Length == 0 ? FieldReading.Empty
        : IsEmail(input.Text) ? new(JsonValue.Create(input.Text))
        : FieldReading.Refused("field.email");

    /// <summary>True for a bare address with a dotted domain and no display name or line break.</summary>
    public static bool IsEmail(string text) =>
        text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal) && text.All(letter => letter > ' ' && !"?&%\"<>(),;:".Contains(letter, StringComparison.Ordinal));

    public override string SearchText(FieldDefinition field, JsonNode value, string culture) => value.GetValue<string>();
}
