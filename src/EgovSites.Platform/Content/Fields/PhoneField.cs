using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Content.Fields;

/// <summary>A telephone number of any country, kept as E.164, or a short service number such as 112.</summary>
public sealed class PhoneField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input) =>
        input.Text.Length == 0 ? FieldReading.Empty
        : Parse(input.Text) is { } phone ? new(JsonValue.Create(phone))
        : FieldReading.Refused("field.phone");

    public override FieldInput Show(JsonNode? value) => FieldInput.Of(value is null ? "" : Display(value.ToString()));

    public override JsonNode? FromRecipe(JsonNode field) =>
        base.FromRecipe(field)?.ToString() is { Length: > 0 } text ? JsonValue.Create(Parse(text) ?? text) : null;

    public static string? Parse(string text) =>
        text.Length is 3 or 4 && text.All(char.IsAsciiDigit) ? text : TajikPhone.ToE164(text);

    public static string Display(string phone) => phone.StartsWith('+') ? TajikPhone.Display(phone) : phone;
}
