using System.Globalization;
using System.Text;
using System.Xml;
using EgovSites.Platform.Content;
using EgovSites.Platform.Publishing;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Theming;

namespace EgovSites.Features.Sitemap;

/// <summary>Writes the addresses of a site with their other languages, as sitemaps.org and Google read them.</summary>
internal static class SitemapFile
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    // The protocol's own limit for one file.
    private const int MaxAddresses = 50000;
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    /// <summary>One page: its full address by culture, and when it last changed.</summary>
    private sealed record Page(IReadOnlyDictionary<string, string> Addresses, DateTimeOffset? ChangedAt);

    public static byte[] Write(Standard standard, IReadOnlyList<Publication> rows, SiteLinks links)
    {
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, Settings))
        {
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var page in PagesOf(standard, rows, links).Take(MaxAddresses / Cultures.All.Count))
            {
                WritePage(xml, page);
            }

            xml.WriteEndElement();
        }

        return body.ToArray();
    }

    private static IEnumerable<Page> PagesOf(Standard standard, IReadOnlyList<Publication> rows, SiteLinks links)
    {
        yield return SamePath("/", Cultures.All, links);
        foreach (var type in standard.Types)
        {
            var section = rows.Where(row => row.Section == type.Section).ToList();
            if (section.Count == 0)
            {
                continue;
            }

            yield return SamePath($"/{type.Section}", [.. Cultures.All.Where(culture => section.Any(row => row.Culture == culture))], links);
            foreach (var item in section.GroupBy(row => row.ItemId).Where(_ => type.Behaviours.HasDetailPage))
            {
                yield return new Page(
                    item.ToDictionary(row => row.Culture, row => links.Canonical($"/{row.Section}/{row.Slug}", row.Culture)),
                    item.Max(row => row.UpdatedAt));
            }
        }
    }

    private static Page SamePath(string path, IReadOnlyList<string> cultures, SiteLinks links) =>
        new(cultures.ToDictionary(culture => culture, culture => links.Canonical(path, culture)), null);

    private static void WritePage(XmlWriter xml, Page page)
    {
        foreach (var address in page.Addresses.Values)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, address);
            if (page.ChangedAt is { } changed)
            {
                xml.WriteElementString("lastmod", Namespace, changed.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            }

            foreach (var (culture, other) in page.Addresses)
            {
                WriteAlternate(xml, culture, other);
            }

            WriteAlternate(xml, "x-default", page.Addresses.GetValueOrDefault(Cultures.Default, page.Addresses.Values.First()));
            xml.WriteEndElement();
        }
    }

    private static void WriteAlternate(XmlWriter xml, string culture, string address)
    {
        xml.WriteStartElement("link", Xhtml);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("hreflang", culture);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
