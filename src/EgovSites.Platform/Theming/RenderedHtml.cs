using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace EgovSites.Platform.Theming;

/// <summary>HTML that the platform itself rendered from Markdown at publication; the only HTML written as it is.</summary>
public sealed partial class RenderedHtml(string html, SiteLinks? links = null) : IHtmlContent
{
    public bool IsEmpty => html.Length == 0;

    /// <summary>The words alone, with single spaces.</summary>
    public string ToText() => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(links is null ? html : Addressed(links));

    // The same text is read below /site/{slug} and on a host of its own, with pictures and in the version without.
    private string Addressed(SiteLinks site)
    {
        var shown = site.Vision is null ? html : Pictures().Replace(html, "[ ${alt} ]");
        return Own().Replace(shown, match => match.Groups["page"].Value is { Length: > 0 } page ? WebUtility.HtmlEncode(site.Own("~" + page)) : site.Root);
    }

    [GeneratedRegex("""<img [^>]*?alt="(?<alt>[^"]*)"[^>]*>""")]
    private static partial Regex Pictures();

    // At the beginning of an attribute, and after a comma inside srcset; never in the words.
    [GeneratedRegex("""(?<=<a href=")site:(?<page>/(?!media/)[^"]*)|(?<=<(?:a href|img src)="|<img [^>]*?(?:srcset="|[0-9]w, ))site:(?=/media/)""")]
    private static partial Regex Own();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
