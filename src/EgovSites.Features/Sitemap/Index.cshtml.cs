using EgovSites.Platform.Content;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming;

namespace EgovSites.Features.Sitemap;

/// <summary>All sections of a site on one page, with what stands in the short ones and the feeds.</summary>
public sealed class IndexModel(PublishedItems published, SiteFrames frames, CurrentTenant current, Words words) : SitePage
{
    private const int MaxItems = 20;

    public sealed record Part(ContentType Type, int Count, IReadOnlyList<ItemView> Items);

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public IReadOnlyList<MenuItem> Menu { get; private set; } = [];

    public IEnumerable<ContentType> Feeds => Parts.Select(part => part.Type).Where(type => type.Behaviours.InFeeds);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await published.AllAsync(Culture, cancellation);
        var bySection = all.ToLookup(row => row.Section);
        Parts = [.. Standard.Types.Where(type => bySection.Contains(type.Section)).Select(type => PartOf(type, [.. bySection[type.Section]]))];
        Menu = (await frames.GetAsync(current.Tenant, Culture, cancellation)).Menu;
        Head.Title = words["sitemap.title"];
        Head.Description = words["sitemap.description", current.Tenant.Body[Culture]];
        Head.Crumbs = [new Crumb(Head.Title)];
        AtSamePath("/sitemap");
    }

    // What changes daily is listed by its section alone.
    private Part PartOf(ContentType type, IReadOnlyList<Publication> rows) => new(
        type,
        rows.Count,
        type.List.Order is ListOrder.Order or ListOrder.Title ? [.. rows.OrderBy(row => row.Order).Take(MaxItems).Select(View)] : []);
}
