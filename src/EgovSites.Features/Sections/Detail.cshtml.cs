using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Posters;
using EgovSites.Platform.Theming.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Features.Sections;

/// <summary>
/// The page of one item. Where its words are missing in the asked language, it says so and shows the original.
/// </summary>
public sealed class DetailModel(PublishedItems published, CurrentTenant current, Words words) : SitePage
{
    private const int RelatedCount = 3;

    public ItemView Item { get; private set; } = null!;

    /// <summary>The item's publications, in the order of the cultures.</summary>
    public IReadOnlyList<Publication> Versions { get; private set; } = [];

    public IReadOnlyList<ItemView> Related { get; private set; } = [];

    public bool IsMissing => Item.Culture != Culture;

    /// <summary>What is left of a withdrawn item's address; then the page shows only that.</summary>
    public GoneAddress? Gone { get; private set; }

    public string FullAddress => Links.Canonical(Item.Path, Item.Culture);

    public async Task<IActionResult> OnGetAsync(string section, string slug, CancellationToken cancellation)
    {
        var rows = await published.AtAsync(section, slug, cancellation);
        if (Choose(rows, slug) is not { } chosen)
        {
            return await MovedAsync(section, slug, cancellation) ?? await GoneAsync(section, slug, cancellation);
        }

        Versions = [.. rows.Where(row => row.ItemId == chosen.ItemId).OrderBy(row => Order(row.Culture))];
        Item = View(Versions.FirstOrDefault(row => row.Culture == Culture) ?? Versions[0]);
        if (!IsMissing && (Item.Item.Slug != slug || !Item.Type.Behaviours.HasDetailPage))
        {
            return RedirectPermanent(Links.To(Item.Path));
        }

        Describe();
        await LoadRelatedAsync(cancellation);
        return Page();
    }

    // The same word may be one item's address in Tajik and another's in Russian: the asked language goes first.
    private Publication? Choose(IReadOnlyList<Publication> rows, string slug) => rows
        .Where(row => row.Slug == slug)
        .OrderByDescending(row => row.Culture == Culture).ThenBy(row => Order(row.Culture))
        .FirstOrDefault();

    private async Task<IActionResult?> MovedAsync(string section, string slug, CancellationToken cancellation) =>
        await published.MovedFromAsync(Culture, section, slug, cancellation) is { } moved
            ? RedirectPermanent(Links.To(View(moved).Path))
            : null;

    // Not permanent: a withdrawal can be taken back, and then the browser must ask again.
    private async Task<IActionResult> GoneAsync(string section, string slug, CancellationToken cancellation)
    {
        Gone = await published.GoneAsync(Culture, section, slug, cancellation);
        if (Gone is null)
        {
            return NotFound();
        }

        if (Gone.RedirectTo.Length > 0)
        {
            return Redirect(Gone.RedirectTo.StartsWith('/') ? Request.PathBase + Gone.RedirectTo : Gone.RedirectTo);
        }

        Response.StatusCode = StatusCodes.Status410Gone;
        (Head.Title, Head.Description, Head.IsHidden) =
            (words["sections.gone.title"], words["sections.gone.title"], true);
        return Page();
    }

    private async Task LoadRelatedAsync(CancellationToken cancellation)
    {
        if (!IsMissing && Item.Type.Behaviours.InFeeds)
        {
            var newest = await published.FirstAsync(Item.Type, Culture, RelatedCount + 1, cancellation);
            Related = [.. newest.Where(row => row.ItemId != Item.Item.ItemId).Take(RelatedCount).Select(View)];
        }
    }

    private void Describe()
    {
        var (type, page) = (Item.Type, Item.Item.Fields);
        Head.Title = IsMissing ? words["sections.missing.title"] : page.Has(FieldNames.PageTitle)
            ? page.Text(FieldNames.PageTitle) : Item.Title;
        Head.Description = IsMissing ? words["sections.missing.description", Item.Title]
            : page.Has(FieldNames.PageDescription) ? page.Text(FieldNames.PageDescription)
            : Item.Summary.Length > 0 ? Item.Summary : Item.Title;
        Head.Crumbs =
            [new Crumb(type.Plural[Culture], $"/{type.Section}"), new Crumb(IsMissing ? Head.Title : Item.Title)];
        Head.Paths = Cultures.All.ToDictionary(culture => culture, culture => PathIn(culture));
        Head.MissingIn = [.. Cultures.All.Where(culture => Versions.All(row => row.Culture != culture))];
        Head.HiddenIn = [.. Versions.Where(row => row.WithdrawnAt is not null).Select(row => row.Culture)];
        Head.IsHidden = IsMissing || Item.Item.WithdrawnAt is not null;
        Head.CanonicalUrl = IsMissing ? FullAddress : null;
        Head.OpenGraphType = "article";
        Head.FeedPath = type.Behaviours.InFeeds ? $"/{type.Section}/feed.atom" : null;
        Head.Poster = Poster.Of(current.Tenant, Item.Item);
        var picture = Item.Picture is { } own ? Links.CanonicalFile($"/media/{own.Id}/{own.FileFor(1280)}") : null;
        Head.StructuredData = IsMissing ? null : ItemSchema.Of(Item, current.Tenant, FullAddress, picture);
    }

    private string PathIn(string culture) =>
        View(Versions.FirstOrDefault(row => row.Culture == culture) ?? Versions[0]).Path;

    private static int Order(string culture) => Cultures.All.ToList().IndexOf(culture);
}
