using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;

namespace EgovSites.Platform.Content.Fields;

/// <summary>
/// A point on the map, within Tajikistan's bounds (36–42° N, 67–76° E) so that swapped numbers are noticed.
/// </summary>
public sealed class GeoPointField : FieldType
{
    public override FieldReading Read(FieldDefinition field, FieldInput input)
    {
        var (typedLatitude, typedLongitude) = (input.Part("latitude"), input.Part("longitude"));
        if (typedLatitude.Length + typedLongitude.Length == 0)
        {
            return FieldReading.Empty;
        }

        return Parse(typedLatitude) is { } latitude and >= 36 and <= 42
            && Parse(typedLongitude) is { } longitude and >= 67 and <= 76
            ? new(Of(latitude, longitude))
            : FieldReading.Refused("field.geoPoint");
    }

    public override FieldInput Show(JsonNode? value) => new()
    {
        ["latitude"] = value?["latitude"]?.ToString() ?? "",
        ["longitude"] = value?["longitude"]?.ToString() ?? "",
    };

    public override JsonNode? FromRecipe(JsonNode field) =>
        field["Latitude"] is { } latitude && field["Longitude"] is { } longitude
            ? new JsonObject { ["latitude"] = latitude.DeepClone(), ["longitude"] = longitude.DeepClone() }
            : null;

    private static JsonObject Of(decimal latitude, decimal longitude) =>
        new() { ["latitude"] = latitude, ["longitude"] = longitude };

    private static decimal? Parse(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number) ? number : null;
}
