using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Features.Aggregation.Pages;

[PortalPage]
public sealed class HomeModel(Headlines headlines, Standards standards, TenantDirectory tenants, BodyNames bodies,
    CurrentTenant current, Words words) : SitePage
{
    private const int NewsShown = 7;
    private const int ContestsShown = 4;
    private const int ServicesShown = 8;

    public HeadlineFilter Filter { get; private set; } = null!;

    /// <summary>Null where the portal does not gather the section; so are the next two.</summary>
    public HeadlineBlock? News { get; private set; }

    public HeadlineBlock? Contests { get; private set; }

    public HeadlineBlock? Services { get; private set; }

    public IReadOnlyList<DateOnly> Months { get; private set; } = [];

    public Scarcity? Scarcity { get; private set; }

    public IReadOnlyDictionary<string, int> Bodies { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<Term> Topics => standards.Newest.Taxonomies["topics"].Terms;

    public int AppealDays => standards.Newest.Appeals.TermDays;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = HeadlineFilter.Read(Request.Query, Culture, standards.Newest, bodies) with { Text = "" };
        var (everything, home) = (new HeadlineFilter { Culture = Culture }, standards.Newest.Home);
        News = await ReadAsync(home.News, Filter, NewsShown, cancellation);
        Contests = await ReadAsync(home.Calls[0], everything with { Open = true }, ContestsShown, cancellation);
        Services = await ReadAsync(home.Services, everything, ServicesShown, cancellation);
        if (News is not null)
        {
            Months = await headlines.MonthsAsync(Culture, News.Type.Section, cancellation);
            Scarcity = await Scarcity.FindAsync(headlines, Filter with { Section = News.Type.Section },
                new Paging(News.Total, 1, NewsShown), Filter.Query(), cancellation);
        }

        Bodies = CountBodies();
        FillHead();
    }

    private async Task<HeadlineBlock?> ReadAsync(
        string section, HeadlineFilter filter, int count, CancellationToken cancellation)
    {
        if (standards.Newest.Section(section) is not { Behaviours.Aggregated: true } type)
        {
            return null;
        }

        filter = filter with { Section = section };
        var total = await headlines.CountAsync(filter, cancellation);
        return new HeadlineBlock(
            type, await headlines.ListAsync(filter, type.List.Order, new Paging(total, 1, count), cancellation), total);
    }

    private Dictionary<string, int> CountBodies() => tenants.Agencies
        .Where(tenant => tenant.State == TenantState.Running)
        .GroupBy(tenant => standards[tenant.Standard].Kind(tenant.Kind)?.Group ?? "")
        .ToDictionary(group => group.Key, group => group.Count());

    private void FillHead()
    {
        Head.Title = words.In(Culture, "aggregation.home.title");
        Head.Description = words.In(Culture, "aggregation.home.about");
        Head.FeedPath = News is null ? null : $"/{News.Type.Section}/feed.atom";
        Head.IsHidden = Filter.IsNarrow;
        Head.StructuredData = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "WebSite",
            ["name"] = current.Tenant.Body[Culture],
            ["url"] = Links.Canonical("/"),
            ["inLanguage"] = Culture,
        };
        Head.HasOwnSearch = true;
        AtSamePath(Filter.Query() is { Length: > 0 } query ? query : "/");
    }
}
