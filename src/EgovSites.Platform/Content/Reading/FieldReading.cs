using System.Text.Json.Nodes;

namespace EgovSites.Platform.Content.Reading;

/// <summary>The value of a field's input, or the reason it cannot be one; an empty input is neither.</summary>
public sealed record FieldReading(JsonNode? Value, Reason? Problem = null)
{
    public static FieldReading Empty { get; } = new(null, null);

    public static FieldReading Refused(string key, params object[] arguments) => new(null, new Reason(key, arguments));
}
