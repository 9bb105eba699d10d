using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;

namespace EgovSites.Platform.Content.Fields;

public sealed class DateField : FieldType
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];

    /// <summary>
    /// False for years that can only be a slip; one of them would stretch every archive by centuries.
    /// </summary>
    public static bool IsPlausible(int year) => year is >= 1990 and <= 2199;

    public override FieldReading Read(FieldDefinition field, FieldInput input) =>
        input.Text.Length == 0 ? FieldReading.Empty
        : DateOnly.TryParseExact(input.Text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && IsPlausible(date.Year)
            ? new(JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            : FieldReading.Refused("field.date");

    /// <summary>A recipe may carry an instant; the date is the one in Dushanbe.</summary>
    public override JsonNode? FromRecipe(JsonNode field) =>
        base.FromRecipe(field) is { } value
            && DateTimeOffset.TryParse(
                value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? JsonValue.Create(Tajik.Dates.On(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : null;
}
