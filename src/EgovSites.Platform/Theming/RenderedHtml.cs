using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace EgovSites.Platform.Theming;

/// <summary>HTML that the platform itself rendered from Markdown at publication; the only HTML written as it is.</summary>
public sealed class RenderedHtml(string html) : IHtmlContent
{
    public bool IsEmpty => html.Length == 0;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(html);
}
