using System.Globalization;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>
/// The values of the fields a list can be narrowed by, as one text that a query can look into: <c>" Kind.law
/// SignedOn.2026 "</c>.
/// </summary>
public static class Facets
{
    private const char Between = ' ';

    public static string Of(ContentType type, FieldValues shared)
    {
        var facets = type.List.Filters.SelectMany(name => ValuesOf(type.Field(name)!, shared)
            .Select(value => Of(name, value))).ToList();
        return facets.Count == 0 ? "" : $"{Between}{string.Join(Between, facets)}{Between}";
    }

    /// <summary>One facet; a value that could pass for two is refused by <see cref="IsPossible"/>.</summary>
    public static string Of(string field, string value) => $"{field}.{value}";

    /// <summary>The facets that <see cref="Of(ContentType, FieldValues)"/> put together.</summary>
    public static IEnumerable<string> Read(string facets) =>
        facets.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a field can have the value: one of its options, or a year as it is written.</summary>
    public static bool IsPossible(FieldDefinition field, string value) => FieldTypes.Of(field) is DateField
        ? int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && DateField.IsPlausible(year)
        : ChoiceField.OptionsOf(field).Any(option => option.Value == value);

    internal static string Pattern(string facet) => $"{Between}{facet}{Between}";

    private static IEnumerable<string> ValuesOf(FieldDefinition field, FieldValues shared) =>
        FieldTypes.Of(field) is DateField
        ? shared.Date(field.Name) is { } date ? [date.Year.ToString(CultureInfo.InvariantCulture)] : []
        : FieldTypes.Of(field).Show(shared[field.Name]).All.Where(value => value.Length > 0);
}
