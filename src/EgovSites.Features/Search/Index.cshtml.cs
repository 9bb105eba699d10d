using System.Globalization;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tajik.Cleaning;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Theming.Components;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Features.Search;

/// <summary>Finds what an agency has published, whatever keyboard the words were typed on.</summary>
[AgencyPage]
public sealed class IndexModel(SiteSearch search, Words words) : SitePage
{
    private const int PageSize = 10;
    private const int MaxLength = 200;

    public string Asked { get; private set; } = "";

    public ContentType? Section { get; private set; }

    public IReadOnlyList<Hit> Hits { get; private set; } = [];

    public ItemList List { get; private set; } = new([], 0, 1, PageSize);

    public Tabs? Tabs { get; private set; }

    public Pager Pager => new(List.Page, List.PageCount, page => PathOf(Section?.Section, page));

    public async Task OnGetAsync([FromQuery] string? q, [FromQuery] string? section,
        [FromQuery(Name = "page")] int asked, CancellationToken cancellation)
    {
        Asked = (q ?? "").Trim();
        Asked = TextHygiene.Cut(Asked, MaxLength);
        Section = section is null ? null : Standard.Section(section);
        if (Asked.Length > 0)
        {
            await FindAsync(asked, cancellation);
        }

        Describe();
    }

    private async Task FindAsync(int page, CancellationToken cancellation)
    {
        var counts = await search.CountsAsync(Culture, Asked, cancellation);
        List = await search.FindAsync(Culture, Asked, Section?.Section, page, PageSize, cancellation);
        var wanted = SearchWord.In(Asked);
        Hits = [.. List.Items.Select(row => Hit.Of(View(row), wanted))];
        Tabs = counts.Count == 0 ? null : new Tabs(
            words["search.kinds"],
            [
                new Tab(words["search.all"], PathOf(null), Section is null, counts.Values.Sum()),
                .. Standard.Types.Where(type => counts.ContainsKey(type.Section))
                    .Select(type =>
                        new Tab(type.Plural[Culture], PathOf(type.Section), Section == type, counts[type.Section])),
            ]);
    }

    private string PathOf(string? section, int page = 1)
    {
        var pairs = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["q"] = Asked.Length > 0 ? Asked : null,
            ["section"] = section,
            ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return $"/search{QueryString.Create(pairs.Where(pair => pair.Value is not null))}";
    }

    private void Describe()
    {
        Head.Title = Asked.Length > 0 ? words["search.titleOf", Asked] : words["search.title"];
        Head.Description = words["search.description"];
        Head.Crumbs = [new Crumb(words["search.title"])];
        Head.HasOwnSearch = true;
        Head.IsHidden = true;
        AtSamePath(PathOf(Section?.Section));
    }
}
