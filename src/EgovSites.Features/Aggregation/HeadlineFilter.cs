using System.Globalization;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tajik.Cleaning;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Features.Aggregation;

/// <summary>What a reader narrows the headlines by, as the address says it; null means everything.</summary>
public sealed record HeadlineFilter
{
    private const int LongestText = 200;

    public required string Culture { get; init; }

    public string? Section { get; init; }

    public string? Group { get; init; }

    public Tenant? Agency { get; init; }

    /// <summary>What was typed for a body that there is not; "" otherwise.</summary>
    public string UnknownAgency { get; init; } = "";

    public string? Region { get; init; }

    public string? Topic { get; init; }

    /// <summary>First day of the month, in Dushanbe.</summary>
    public DateOnly? Month { get; init; }

    public string Text { get; init; } = "";

    public bool? Open { get; init; }

    /// <summary>True when the reader chose anything besides the section.</summary>
    public bool IsNarrow => Group is not null || Agency is not null || Region is not null || Topic is not null
        || Month is not null || Text.Length > 0 || UnknownAgency.Length > 0;

    /// <summary>Words that must all stand in the headline.</summary>
    public IReadOnlyList<SearchWord> Words => SearchWord.In(Text);

    /// <summary>Reads an address; what it does not know it leaves out.</summary>
    public static HeadlineFilter Read(IQueryCollection query, string culture, Standard standard, BodyNames bodies)
    {
        var asked = TextHygiene.Cut(query["agency"].ToString().Trim(), LongestText);
        var agency = asked.Length > 0 ? bodies.Find(asked, culture) : null;
        return Read(query, culture, standard) with { Agency = agency, UnknownAgency = agency is null ? asked : "" };
    }

    /// <summary>The query that asks for this filter again, "" when there is nothing to ask.</summary>
    public string Query(int page = 1) => Written(Pairs(page));

    /// <summary>The same where the section is not in the path.</summary>
    public string SearchQuery(int page = 1) => Written([.. Pairs(page), new("section", Section)]);

    private static HeadlineFilter Read(IQueryCollection query, string culture, Standard standard) => new()
    {
        Culture = culture,
        Group = KindGroup.All.FirstOrDefault(group => group.Value == query["kind"])?.Value,
        Region = standard.Taxonomies["regions"].Find(query["region"])?.Value,
        Topic = standard.Taxonomies["topics"].Find(query["topic"])?.Value,
        Month = ReadMonth(query["month"]),
        Text = TextHygiene.Cut(query["q"].ToString().Trim(), LongestText),
    };

    private static string Written(IEnumerable<KeyValuePair<string, string?>> pairs) =>
        QueryString.Create(pairs.Where(pair => !string.IsNullOrEmpty(pair.Value))).ToString();

    private IEnumerable<KeyValuePair<string, string?>> Pairs(int page) =>
    [
        new("q", Text),
        new("kind", Group),
        new("agency", Agency?.Slug),
        new("region", Region),
        new("topic", Topic),
        new("month", Month?.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        new("state", Open is false ? "closed" : null),
        new("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
    ];

    // Years at the ends of the calendar have no neighbours to reckon with.
    private static DateOnly? ReadMonth(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && month.Year is > 1990 and < 2200
            ? month
            : null;
}
