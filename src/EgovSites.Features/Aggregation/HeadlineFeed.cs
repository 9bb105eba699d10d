using System.Xml.Linq;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Features.Aggregation;

/// <summary>The newest headlines of a section as an Atom feed, narrowed as the list is.</summary>
public static class HeadlineFeed
{
    private const int Size = 30;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task<IResult> GetAsync(
        HttpRequest request, string culture, string section, Headlines headlines, Standards standards,
        BodyNames bodies, CurrentTenant current, SiteLinks links, CancellationToken cancellation)
    {
        var filter = HeadlineFilter.Read(request.Query, culture, standards.Newest, bodies) with { Section = section };
        if (filter.UnknownAgency.Length > 0)
        {
            // Everybody's news would come to whoever follows one body.
            return Results.NotFound();
        }

        var items = await headlines.ListAsync(filter, ListOrder.Newest, new Paging(Size, 1, Size), cancellation);
        var title = $"{standards.Newest.Section(section)!.Plural[culture]} – {current.Tenant.Body[culture]}";
        var list = $"/{section}{filter.Query()}";
        var feed = new XElement(Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", culture),
            new XElement(Atom + "id", links.Canonical(list)),
            new XElement(Atom + "title", title),
            new XElement(Atom
                + "updated",
                    Written(items.Count > 0 ? items.Max(item => item.Row.UpdatedAt) : current.Tenant.CreatedAt)),
            new XElement(Atom
                + "link", new XAttribute("rel", "self"),
                    new XAttribute("href", links.Canonical($"/{section}/feed.atom{filter.Query()}"))),
            new XElement(Atom + "link", new XAttribute("href", links.Canonical(list))),
            items.Select(item => Entry(item, links)));
        return Results.Text(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}", "application/atom+xml", System.Text.Encoding.UTF8);
    }

    private static XElement Entry(HeadlineView item, SiteLinks links)
    {
        var address = links.CanonicalOf(item.Agency, item.Row.Path, item.Row.Culture);
        return new XElement(Atom + "entry",
            new XElement(Atom + "id", $"urn:egovsites:{item.Row.TenantId}:{item.Row.ItemId}:{item.Row.Culture}"),
            new XElement(Atom + "title", item.Row.Title),
            new XElement(Atom + "published", Written(item.Row.ShownAt)),
            new XElement(Atom + "updated", Written(item.Row.UpdatedAt)),
            new XElement(Atom + "author", new XElement(Atom + "name", item.Agency.Body[item.Row.Culture])),
            new XElement(Atom + "link", new XAttribute("href", address)),
            new XElement(Atom + "summary", item.Row.Summary));
    }

    private static string Written(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
