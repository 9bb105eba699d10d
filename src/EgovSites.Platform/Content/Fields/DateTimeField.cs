using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Content.Fields;

/// <summary>An instant, typed and shown in Dushanbe time, kept in UTC.</summary>
public sealed class DateTimeField : FieldType
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "dd.MM.yyyy HH:mm", "yyyy-MM-dd HH:mm"];

    public override FieldReading Read(FieldDefinition field, FieldInput input) =>
        input.Text.Length == 0 ? FieldReading.Empty
        : Parse(input.Text) is { } instant ? new(Of(instant))
        : FieldReading.Refused("field.dateTime");

    public override FieldInput Show(JsonNode? value) => FieldInput.Of(
        value is not null
            && DateTimeOffset.TryParse(
                value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Typed(instant)
            : "");

    /// <summary>A typed date and time of Dushanbe, or null when it is none.</summary>
    public static DateTimeOffset? Parse(string typed) =>
        DateTime.TryParseExact(typed, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && DateField.IsPlausible(local.Year)
            ? new DateTimeOffset(local, Dates.Dushanbe.GetUtcOffset(local))
            : null;

    /// <summary>An instant as a date and time control takes it.</summary>
    public static string Typed(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Dates.Dushanbe).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static JsonNode Of(DateTimeOffset instant) =>
        JsonValue.Create(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
