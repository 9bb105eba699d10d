using System.Net;
using System.Text.Encodings.Web;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Theming.Frames;
using Microsoft.AspNetCore.Html;

namespace EgovSites.Platform.Theming.Views;

/// <summary>
/// HTML that the platform itself rendered from Markdown at publication; the only HTML written as it is.
/// </summary>
public sealed class RenderedHtml(string html, SiteLinks? links = null) : IHtmlContent
{
    public bool IsEmpty => html.Length == 0;

    /// <summary>The words alone.</summary>
    public string ToText() => HtmlText.Of(html);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (links is null)
        {
            writer.Write(html);
            return;
        }

        var hidesPictures = links.Vision is not null;
        foreach (var piece in HtmlPieces.Of(html))
        {
            writer.Write(Shown(piece, links, hidesPictures));
        }
    }

    // The same text is read below /site/{slug} and on a host of its own, with pictures and in the version without.
    private static string Shown(string piece, SiteLinks site, bool hidesPictures)
    {
        if (piece.StartsWith("<img ", StringComparison.Ordinal))
        {
            return hidesPictures ? $"[ {HtmlPieces.Attribute(piece, "alt")} ]"
                : Sourced(Sourced(piece, "src", site), "srcset", site);
        }

        return piece.StartsWith($"<a href=\"{BodyLinks.Root}/", StringComparison.Ordinal) ? Linked(piece, site) : piece;
    }

    private static string Linked(string tag, SiteLinks site)
    {
        var address = HtmlPieces.Attribute(tag, "href")!;
        var path = address[BodyLinks.Root.Length..];
        var shown = path.StartsWith("/media/", StringComparison.Ordinal) ? site.File(path)
            : WebUtility.HtmlEncode(site.Own("~" + path));
        return $"<a href=\"{shown}{tag[("<a href=\"".Length + address.Length)..]}";
    }

    // The words of a picture may name such an address too; only these two attributes lead to one.
    private static string Sourced(string tag, string name, SiteLinks site)
    {
        if (HtmlPieces.Attribute(tag, name) is not { } value)
        {
            return tag;
        }

        var addresses = value.Split(", ")
            .Select(one => one.StartsWith($"{BodyLinks.Root}/media/", StringComparison.Ordinal)
            ? site.File(one[BodyLinks.Root.Length..]) : one);
        var start = tag.IndexOf($" {name}=\"", StringComparison.Ordinal) + name.Length + 3;
        return tag[..start] + string.Join(", ", addresses) + tag[(start + value.Length)..];
    }
}
