using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace EgovSites.Platform.Content.Items;

/// <summary>A document of field values by field name; kept as JSON whose Cyrillic stays readable.</summary>
public sealed class FieldValues
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly JsonObject _values;

    public FieldValues() => _values = [];

    private FieldValues(JsonObject values) => _values = values;

    public static FieldValues Parse(string json) =>
        json.Length == 0 ? new FieldValues() : new FieldValues(JsonNode.Parse(json)!.AsObject());

    public IEnumerable<string> Names => _values.Select(pair => pair.Key);

    /// <summary>The raw value, or null where the field is empty. Setting null removes it.</summary>
    public JsonNode? this[string name]
    {
        get => _values[name];
        set
        {
            if (value is null)
            {
                _values.Remove(name);
            }
            else
            {
                _values[name] = value.Parent is null ? value : value.DeepClone();
            }
        }
    }

    public bool Has(string name) => _values[name] is not null;

    public string Text(string name) => _values[name] is JsonValue value
        ? value.TryGetValue<string>(out var text) ? text : value.ToJsonString(Readable)
        : "";

    public decimal? Number(string name) => (_values[name] as JsonValue)?.TryGetValue<decimal>(out var number) == true ? number : null;

    public bool Flag(string name) => (_values[name] as JsonValue)?.TryGetValue<bool>(out var flag) == true && flag;

    public DateOnly? Date(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public DateTimeOffset? Instant(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    public FieldValues Copy() => new(_values.DeepClone().AsObject());

    public string ToJson() => _values.ToJsonString(Readable);

    public override string ToString() => ToJson();
}
