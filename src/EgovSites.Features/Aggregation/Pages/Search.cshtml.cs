using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tajik.Spelling;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Features.Aggregation.Pages;

[PortalPage]
public sealed class SearchModel(Headlines headlines, Standards standards, BodyNames bodies, Words words) : SitePage
{
    private const int PageSize = 20;
    private const int MaxBodies = 6;

    public HeadlineFilter Filter { get; private set; } = null!;

    /// <summary>The kinds of content that have hits, with their numbers.</summary>
    public IReadOnlyList<(ContentType Type, int Count)> Sections { get; private set; } = [];

    public Paging Paging { get; private set; } = new(0, 1, PageSize);

    public IReadOnlyList<HeadlineView> Items { get; private set; } = [];

    /// <summary>State bodies whose name has all the words: what most people look for on a portal.</summary>
    public IReadOnlyList<Tenant> Bodies { get; private set; } = [];

    public bool IsAsked => Filter.Words.Count > 0;

    public int Everywhere => Sections.Sum(section => section.Count);

    public async Task OnGetAsync([FromQuery(Name = "page")] int asked, CancellationToken cancellation)
    {
        Filter = HeadlineFilter.Read(Request.Query, Culture, standards.Newest, bodies);
        if (IsAsked)
        {
            await FindAsync(asked, cancellation);
        }

        Head.Title = words.In(Culture, IsAsked ? "aggregation.search.title" : "aggregation.search");
        Head.Description = words.In(Culture, "aggregation.search.everywhere");
        Head.Crumbs = [new Crumb(Head.Title)];
        Head.IsHidden = Head.HasOwnSearch = true;
        AtSamePath("/search" + Filter.SearchQuery(Paging.Page));
    }

    private async Task FindAsync(int asked, CancellationToken cancellation)
    {
        var sought = Filter.Words;
        var named = bodies.InOrder(Culture).Where(body => bodies.Begins(body, sought)).Take(MaxBodies);
        Bodies = [.. named.OrderBy(body => Alphabet.SortKey(body.Body[Culture]), StringComparer.Ordinal)];
        var counts = await headlines.CountBySectionAsync(Filter, cancellation);
        Sections = [.. standards.Newest.Types.Where(type => counts.ContainsKey(type.Section))
            .Select(type => (type, counts[type.Section]))];
        Filter = Filter with
        {
            Section = Sections.Select(section => section.Type.Section)
            .FirstOrDefault(section => section == Request.Query["section"])
        };
        Paging = new Paging(Filter.Section is { } chosen ? counts[chosen] : Everywhere, asked, PageSize);
        Items = await headlines.ListAsync(Filter, ListOrder.Newest, Paging, cancellation);
    }
}
