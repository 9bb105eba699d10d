using System.Globalization;
using System.Text;
using System.Xml;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;

namespace EgovSites.Features.Feeds;

/// <summary>Writes a list as Atom (RFC 4287) with full addresses.</summary>
internal static class AtomFeed
{
    public const string ContentType = "application/atom+xml; charset=utf-8";
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false) };

    public static byte[] Write(
        ContentType type, string culture, Tenant tenant, IReadOnlyList<Publication> items, SiteLinks links)
    {
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, Settings))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, culture);
            WriteHead(xml, type, culture, tenant, items, links);
            foreach (var item in items)
            {
                WriteEntry(xml, item, tenant, links);
            }

            xml.WriteEndElement();
        }

        return body.ToArray();
    }

    private static void WriteHead(XmlWriter xml, ContentType type, string culture, Tenant tenant,
        IReadOnlyList<Publication> items, SiteLinks links)
    {
        xml.WriteElementString("id", Namespace, $"tag:egov.tj,2026:{tenant.Id}:{type.Section}:{culture}");
        xml.WriteElementString("title", Namespace, $"{type.Plural[culture]} – {tenant.Body[culture]}");
        xml.WriteElementString(
            "updated", Namespace, Iso(items.Count > 0 ? items.Max(item => item.UpdatedAt) : tenant.CreatedAt));
        WriteLink(xml, "self", links.Canonical($"/{type.Section}/feed.atom", culture), "application/atom+xml");
        WriteLink(xml, "alternate", links.Canonical($"/{type.Section}", culture), "text/html");
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, tenant.Body[culture]);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, Publication item, Tenant tenant, SiteLinks links)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, $"tag:egov.tj,2026:{tenant.Id}:{item.ItemId}:{item.Culture}");
        xml.WriteElementString("title", Namespace, item.Title);
        WriteLink(xml, "alternate", links.Canonical($"/{item.Section}/{item.Slug}", item.Culture), "text/html");
        xml.WriteElementString("published", Namespace, Iso(item.ShownAt));
        xml.WriteElementString(
            "updated", Namespace, Iso(item.UpdatedAt > item.ShownAt ? item.UpdatedAt : item.ShownAt));
        xml.WriteElementString("summary", Namespace, item.Summary);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string address, string contentType)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", contentType);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Iso(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
