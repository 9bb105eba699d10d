using System.Globalization;
using System.Text;
using System.Xml;
using EgovSites.Platform.Tajik;

namespace EgovSites.Features.Sitemap;

/// <summary>
/// Writes addresses with their other languages, or the names of such files, as sitemaps.org and Google read them.
/// </summary>
internal static class SitemapFile
{
    public const string ContentType = "application/xml; charset=utf-8";

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    /// <summary>One page: its full address by culture, and when it last changed.</summary>
    public sealed record Page(IReadOnlyDictionary<string, string> Addresses, DateTimeOffset? ChangedAt);

    public static async Task<byte[]> WriteAsync(IAsyncEnumerable<Page> pages, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, Settings))
        {
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            await foreach (var page in pages.WithCancellation(cancellation))
            {
                WritePage(xml, page);
            }

            xml.WriteEndElement();
        }

        return body.ToArray();
    }

    public static byte[] WriteIndex(IEnumerable<string> files)
    {
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, Settings))
        {
            xml.WriteStartElement("sitemapindex", Namespace);
            foreach (var file in files)
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, file);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return body.ToArray();
    }

    private static void WritePage(XmlWriter xml, Page page)
    {
        foreach (var address in page.Addresses.Values)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, address);
            if (page.ChangedAt is { } changed)
            {
                xml.WriteElementString("lastmod", Namespace, Iso(changed));
            }

            foreach (var (culture, other) in page.Addresses)
            {
                WriteAlternate(xml, culture, other);
            }

            WriteAlternate(
                xml, "x-default", page.Addresses.GetValueOrDefault(Cultures.Default, page.Addresses.Values.First()));
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

    private static string Iso(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
