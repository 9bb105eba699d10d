using System.Text.Json;
using System.Text.Json.Serialization;
using EgovSites.Platform.Localization;

namespace EgovSites.Platform.Content.Reading;

/// <summary>One field of a content type, as its declaration states it.</summary>
public sealed record FieldDefinition
{
    public required string Name { get; init; }

    /// <summary>The name of a <see cref="FieldType"/>.</summary>
    public required string Type { get; init; }

    public required Trilingual Label { get; init; }

    public required Trilingual? Hint { get; init; }

    /// <summary>True: each translation has its own value. False: a fact shared by all languages.</summary>
    public required bool Localizable { get; init; }

    public required Required Required { get; init; }

    public required JsonElement Settings { get; init; }

    [JsonIgnore]
    public bool IsRequired => Required == Required.Publish;

    /// <summary>A whole-number setting of the field's type.</summary>
    public int Setting(string name, int otherwise) =>
        Settings.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32()
            : otherwise;

    /// <summary>A yes-or-no setting of the field's type; absent means no.</summary>
    public bool Setting(string name) =>
        Settings.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
