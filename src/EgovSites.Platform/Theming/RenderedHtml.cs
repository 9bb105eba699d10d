using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace EgovSites.Platform.Theming;

/// <summary>HTML that the platform itself rendered from Markdown at publication; the only HTML written as it is.</summary>
public sealed partial class RenderedHtml(string html) : IHtmlContent
{
    public bool IsEmpty => html.Length == 0;

    /// <summary>The words alone, with single spaces.</summary>
    public string ToText() => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(html);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
