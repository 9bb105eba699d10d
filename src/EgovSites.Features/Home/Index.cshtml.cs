using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Features.Home;

/// <summary>An agency's home page: the blocks and their sections are stated by the standard.</summary>
[AgencyPage]
public sealed class IndexModel(PublishedItems published, CurrentTenant current, SiteFrames frames, Words words)
    : SitePage
{
    private const int NewsCount = 5;
    private const int CallCount = 4;
    private const int ServiceCount = 6;
    private const int PeopleCount = 3;
    private const int DocumentCount = 3;

    public HomeSections Sections => Standard.Home;

    /// <summary>The names of the blocks that stand on the page, in order.</summary>
    public IReadOnlyList<string> Blocks { get; private set; } = [];

    /// <summary>The newest item that has a picture, else the newest.</summary>
    public ItemView? Lead { get; private set; }

    public IReadOnlyList<ItemView> News { get; private set; } = [];

    public IReadOnlyList<ItemView> Calls { get; private set; } = [];

    public IReadOnlyList<ItemView> Services { get; private set; } = [];

    public IReadOnlyList<ItemView> People { get; private set; } = [];

    public IReadOnlyList<ItemView> Documents { get; private set; } = [];

    public int AppealDays => Standard.Appeals.TermDays;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Blocks = (await frames.GetAsync(current.Tenant, Culture, cancellation)).Home;
        var news = await FirstAsync(Sections.News, NewsCount, cancellation);
        Lead = news.FirstOrDefault(item => item.Picture is not null) ?? (news.Count > 0 ? news[0] : null);
        News = [.. news.Where(item => item != Lead || !Blocks.Contains("lead-news"))];
        Calls = await CallsAsync(cancellation);
        Services = await FirstAsync(Sections.Services, ServiceCount, cancellation);
        People = await FirstAsync(Sections.People, PeopleCount, cancellation);
        Documents = await FirstAsync(Sections.Documents, DocumentCount, cancellation);
        Describe();
    }

    public string Plural(string section) => Standard.Section(section)!.Plural[Culture];

    // What closes first is called first; what has no deadline follows, newest first.
    private async Task<IReadOnlyList<ItemView>> CallsAsync(CancellationToken cancellation)
    {
        var all = new List<ItemView>();
        foreach (var section in Sections.Calls)
        {
            all.AddRange(await FirstAsync(section, CallCount, cancellation));
        }

        return [.. all.OrderBy(item => item.Item.Deadline ?? DateTimeOffset.MaxValue)
            .ThenByDescending(item => item.Item.ShownAt).Take(CallCount)];
    }

    private async Task<IReadOnlyList<ItemView>> FirstAsync(string section, int count, CancellationToken cancellation) =>
        [.. (await published.FirstAsync(Standard.Section(section)!, Culture, count, cancellation)).Select(View)];

    private void Describe()
    {
        var tenant = current.Tenant;
        AtSamePath("/");
        Head.Title = words["home.title"];
        Head.Description = words["home.description", tenant.Body[Culture]];
        Head.FeedPath = Standard.Section(Sections.News)!.Behaviours.InFeeds ? $"/{Sections.News}/feed.atom" : null;
        Head.StructuredData = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "GovernmentOrganization",
            ["name"] = tenant.Body[Culture],
            ["url"] = Links.Canonical("/"),
            ["areaServed"] =
                new Dictionary<string, object> { ["@type"] = "Country", ["name"] = words["home.country"].Value },
        };
    }
}
