using System.Globalization;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tajik.Cleaning;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Features.Sections;

/// <summary>What the address of a list asks for; anything it cannot mean is left out.</summary>
public sealed record ListQuery(ContentType Type, string Words, string? Topic, DateOnly? Month,
    IReadOnlyList<string> Facets, bool IsClosed, int Page)
{
    private const int MaxWords = 200;

    public static ListQuery Read(ContentType type, IQueryCollection query, Taxonomy? topics)
    {
        var words = query["q"].ToString().Trim();
        return new ListQuery(
            type,
            TextHygiene.Cut(words, MaxWords),
            type.Has(FieldNames.Topic) ? topics?.Find(query["topic"])?.Value : null,
            type.Behaviours.ArchivedByMonth
                && DateOnly.TryParseExact(query["month"]
                    + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                && DateField.IsPlausible(month.Year) ? month : null,
            ReadFacets(type, query["filter"]),
            type.Behaviours.Expires && query["state"] == "closed",
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1);
    }

    public bool IsNarrowed => Words.Length > 0 || Topic is not null || Month is not null || Facets.Count > 0;

    public ItemFilter Filter => new()
    {
        Words = SearchWord.In(Words),
        Topic = Topic,
        Month = Month,
        Facets = Facets,
        Open = Type.Behaviours.Expires ? !IsClosed : null,
    };

    /// <summary>The path of this list below the culture.</summary>
    public string Path
    {
        get
        {
            List<KeyValuePair<string, string?>> pairs =
            [
                new("q", Words.Length > 0 ? Words : null),
                new("topic", Topic),
                new("month", Month?.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
                .. Facets.Select(facet => KeyValuePair.Create<string, string?>("filter", facet)),
                new("state", IsClosed ? "closed" : null),
                new("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
            ];
            return $"/{Type.Section}{QueryString.Create(pairs.Where(pair => pair.Value is not null))}";
        }
    }

    // In the order of the declaration, whatever the order of the address: one question has one address.
    private static List<string> ReadFacets(ContentType type, IEnumerable<string?> asked)
    {
        var known = asked.Where(facet => facet?.Contains('.', StringComparison.Ordinal) == true)
            .Select(facet => facet!.Split('.', 2)).ToList();
        return
        [
            .. type.List.Filters
                .Select(
                    name => (Field: type.Field(name)!, Value: known.LastOrDefault(pair => pair[0] == name)?[1] ?? ""))
                .Where(pair => Platform.Publishing.Publications.Facets.IsPossible(pair.Field, pair.Value))
                .Select(pair => Platform.Publishing.Publications.Facets.Of(pair.Field.Name, pair.Value)),
        ];
    }
}
