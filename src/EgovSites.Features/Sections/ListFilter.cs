using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Publications;

namespace EgovSites.Features.Sections;

/// <summary>One thing a visitor may narrow a list by: the values that items have, with their counts.</summary>
public sealed record ListFilter(string Id, string Label, IReadOnlyList<ListFilter.Option> Options)
{
    public sealed record Option(string Facet, string Text, int Count, bool IsChosen);

    public static IEnumerable<ListFilter> Of(ListQuery query, IReadOnlyDictionary<string, int> counts, string culture,
        Words words) => query.Type.List.Filters
        .Select(name => query.Type.Field(name)!)
        .Select(field => new ListFilter(
            $"filter-{field.Name}",
            field.Type == "Date" ? words["sections.year", field.Label[culture]] : field.Label[culture],
            [.. ValuesOf(field, counts, culture)
                .Select(value => OptionOf(query, Facets.Of(field.Name, value.Value), value.Text, counts))
                .Where(option => option.Count > 0 || option.IsChosen)]))
        .Where(filter => filter.Options.Count > 0);

    private static Option OptionOf(
        ListQuery query, string facet, string text, IReadOnlyDictionary<string, int> counts) =>
        new(facet, text, counts.GetValueOrDefault(facet), query.Facets.Contains(facet));

    private static IEnumerable<(string Value, string Text)> ValuesOf(
        FieldDefinition field, IReadOnlyDictionary<string, int> counts, string culture) => field.Type == "Date"
        ? counts.Keys.Where(facet => facet.StartsWith(Facets.Of(field.Name, ""), StringComparison.Ordinal))
            .Select(facet => facet[(field.Name.Length + 1)..]).OrderDescending(StringComparer.Ordinal)
            .Select(year => (year, year))
        : ChoiceField.OptionsOf(field).Select(option => (option.Value, option.Label[culture]));
}
