using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Content.Fields;

/// <summary>An instant, typed and shown in Dushanbe time, kept in UTC.</summary>
public sealed class DateTimeField : FieldType
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "dd.MM.yyyy HH:mm", "yyyy-MM-dd HH:mm"];

    public override FieldReading Read(FieldDefinition field, FieldInput input)
    {
        if (input.Text.Length == 0)
        {
            return FieldReading.Empty;
        }

        return DateTime.TryParseExact(input.Text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && DateField.IsPlausible(local.Year)
            ? new(Of(new DateTimeOffset(local, Dates.Dushanbe.GetUtcOffset(local))))
            : FieldReading.Refused("field.dateTime");
    }

    public override FieldInput Show(JsonNode? value) =>
        value is not null && DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? FieldInput.Of(TimeZoneInfo.ConvertTime(instant, Dates.Dushanbe).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture))
            : FieldInput.Of("");

    public static JsonNode Of(DateTimeOffset instant) =>
        JsonValue.Create(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
