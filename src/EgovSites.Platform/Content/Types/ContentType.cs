using System.Text.Json.Serialization;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Localization;

namespace EgovSites.Platform.Content.Types;

/// <summary>
/// A content type as declared in <c>tenants/standard/&lt;version&gt;/types</c>: parts, fields and behaviours, no code.
/// </summary>
public sealed record ContentType
{
    public required string Name { get; init; }

    /// <summary>The address segment: <c>/{culture}/{section}/{slug}</c>.</summary>
    public required string Section { get; init; }

    public required string Icon { get; init; }

    public required Trilingual Label { get; init; }

    public required Trilingual Plural { get; init; }

    /// <summary>The schema.org type of an item's page, or null.</summary>
    public required string? Schema { get; init; }

    public required Behaviours Behaviours { get; init; }

    /// <summary>
    /// After how many days somebody confirms that a public item is still correct; null where time spoils nothing.
    /// </summary>
    public required int? ReviewEveryDays { get; init; }

    public required ListSettings List { get; init; }

    public required IReadOnlyList<TypePart> Parts { get; init; }

    /// <summary>Every field of every part, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldDefinition> Fields { get; internal set; } = [];

    public FieldDefinition? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public bool Has(string fieldName) => Field(fieldName) is not null;

    public IEnumerable<FieldDefinition> SharedFields => Fields.Where(one => !one.Localizable);

    public IEnumerable<FieldDefinition> LocalizableFields => Fields.Where(one => one.Localizable);
}
