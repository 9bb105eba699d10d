using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Features.Sitemap;

/// <summary>All sections of a site on one page, with what stands in the short ones and the feeds.</summary>
public sealed class IndexModel(PublishedItems published, SiteFrames frames, CurrentTenant current, Words words)
    : SitePage
{
    private const int MaxItems = 20;

    public sealed record Part(ContentType Type, int Count, IReadOnlyList<ItemView> Items);

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public IReadOnlyList<MenuItem> Menu { get; private set; } = [];

    public IEnumerable<ContentType> Feeds => Parts.Select(part => part.Type).Where(type => type.Behaviours.InFeeds);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var counts = await published.CountsAsync(Culture, cancellation);
        var parts = new List<Part>();
        foreach (var type in Standard.Types.Where(type => counts.ContainsKey(type.Section)))
        {
            parts.Add(await PartOfAsync(type, counts[type.Section], cancellation));
        }

        Parts = parts;
        Menu = (await frames.GetAsync(current.Tenant, Culture, cancellation)).Menu;
        Head.Title = words["sitemap.title"];
        Head.Description = words["sitemap.description", current.Tenant.Body[Culture]];
        Head.Crumbs = [new Crumb(Head.Title)];
        AtSamePath("/sitemap");
    }

    // What changes daily is listed by its section alone.
    private async Task<Part> PartOfAsync(ContentType type, int count, CancellationToken cancellation) => new(
        type,
        count,
        type.List.Order is ListOrder.Order or ListOrder.Title
            ? [.. (await published.FirstAsync(type, Culture, MaxItems, cancellation)).Select(View)]
            : []);
}
