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

    private readonly string _json;
    private JsonObject? _parsed;

    public FieldValues() => (_json, _parsed) = ("", []);

    private FieldValues(string json, JsonObject? parsed) => (_json, _parsed) = (json, parsed);

    /// <summary>
    /// Takes the text as it is; it is read when somebody asks for a value, and then throws what it is wrong with.
    /// </summary>
    public static FieldValues Parse(string json) => json.Length == 0 ? new FieldValues() : new FieldValues(json, null);

    /// <summary>The letters of the text it was read from; 0 for one that was made here.</summary>
    public int Length => _json.Length;

    // Two threads may both read it: either result is right.
    private JsonObject Values => _parsed ??= JsonNode.Parse(_json)!.AsObject();

    public IEnumerable<string> Names => Values.Select(pair => pair.Key);

    /// <summary>The raw value, or null where the field is empty. Setting null removes it.</summary>
    public JsonNode? this[string name]
    {
        get => Values[name];
        set
        {
            if (value is null)
            {
                Values.Remove(name);
            }
            else
            {
                Values[name] = value.Parent is null ? value : value.DeepClone();
            }
        }
    }

    public bool Has(string name) => Values[name] is not null;

    public string Text(string name) => Values[name] is JsonValue value
        ? value.TryGetValue<string>(out var text) ? text : value.ToJsonString(Readable)
        : "";

    public decimal? Number(string name) =>
        (Values[name] as JsonValue)?.TryGetValue<decimal>(out var number) == true ? number : null;

    public bool Flag(string name) => (Values[name] as JsonValue)?.TryGetValue<bool>(out var flag) == true && flag;

    public DateOnly? Date(string name) =>
        DateOnly.TryParseExact(
            Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public DateTimeOffset? Instant(string name) =>
        DateTimeOffset.TryParse(
            Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    public FieldValues Copy() => new(_json, _parsed?.DeepClone().AsObject());

    public string ToJson() => _parsed is { } read ? read.ToJsonString(Readable) : _json;

    public override string ToString() => ToJson();
}
