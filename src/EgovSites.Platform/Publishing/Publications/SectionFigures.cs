using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>What the lists of a section say about all of its items in one culture.</summary>
public sealed record SectionFigures(
    int Total, IReadOnlyList<(DateOnly Month, int Count)> Months, IReadOnlyDictionary<string, int> Topics,
    IReadOnlyDictionary<string, int> Facets)
{
    /// <summary>Counts the rows of <see cref="PublishedItems"/>, one after the other.</summary>
    internal static async Task<SectionFigures> CountAsync(
        IAsyncEnumerable<(DateTimeOffset ShownAt, string? Topic, string Facets)> rows, CancellationToken cancellation)
    {
        var total = 0;
        var months = new SortedDictionary<DateOnly, int>();
        var topics = new Dictionary<string, int>(StringComparer.Ordinal);
        var facets = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var (shownAt, topic, ofRow) in rows.WithCancellation(cancellation))
        {
            total++;
            var day = Dates.On(shownAt);
            Count(months, new DateOnly(day.Year, day.Month, 1));
            if (topic is not null)
            {
                Count(topics, topic);
            }

            foreach (var facet in Publications.Facets.Read(ofRow))
            {
                Count(facets, facet);
            }
        }

        return new SectionFigures(
            total, [.. months.Reverse().Select(month => (month.Key, month.Value))], topics, facets);
    }

    /// <summary>How many items a filter leaves; null where that takes a question of its own.</summary>
    internal int? CountOf(ItemFilter filter) => filter switch
    {
        { Open: not null } or { Words.Count: > 0 } => null,
        { Topic: null, Month: null, Facets.Count: 0 } => Total,
        { Topic: { } topic, Month: null, Facets.Count: 0 } => Topics.GetValueOrDefault(topic),
        { Topic: null, Month: { } month, Facets.Count: 0 } => Months.FirstOrDefault(one => one.Month == month).Count,
        { Topic: null, Month: null, Facets: [var facet] } => Facets.GetValueOrDefault(facet),
        _ => null,
    };

    private static void Count<T>(IDictionary<T, int> counts, T key) =>
        counts[key] = counts.TryGetValue(key, out var known) ? known + 1 : 1;
}
