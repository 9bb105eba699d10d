using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;

namespace EgovSites.Platform.Content.Fields;

public class NumberField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input)
    {
        if (input.Text.Length == 0)
        {
            return FieldReading.Empty;
        }

        if (Parse(input.Text) is not { } number)
        {
            return FieldReading.Refused("field.number");
        }

        var (min, max) = (field.Setting("min", 0), field.Setting("max", int.MaxValue));
        return number < min || number > max
            ? FieldReading.Refused("field.range", min, max)
            : new(JsonValue.Create(decimal.Round(number, field.Setting("decimals", Decimals))));
    }

    public override string? Complaint(FieldDefinition field) =>
        field.Setting("min", 0) > field.Setting("max", int.MaxValue) ? "its minimum is above its maximum" : null;

    protected virtual int Decimals => 0;

    // Officials type 1 484,80 as well as 1484.80.
    private static decimal? Parse(string text) =>
        decimal.TryParse(
            text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal)
                .Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number) ? number : null;
}
