using System.Globalization;
using System.Net;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Tajik;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EgovSites.Platform.Content.Running;

/// <summary>
/// Puts pictures, files and pages of the site in the place of their addresses; <c>site:/</c> stands for the site's
/// root.
/// </summary>
internal static class OwnLinks
{
    private const string Sizes = "(min-width: 62rem) 42rem, 100vw";
    private const int Wanted = 960;

    private static readonly string[] VideoHosts =
        ["youtube.com", "youtu.be", "vimeo.com", "rutube.ru", "dailymotion.com"];

    /// <summary>
    /// Resolves what stands alone in its paragraph: a picture becomes a figure, a video an announced link.
    /// </summary>
    internal static void ResolveBlocks(MarkdownDocument document, BodyLinks links)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToList())
        {
            if (paragraph.Inline?.FirstChild is not LinkInline { NextSibling: null } only)
            {
                continue;
            }

            if (only.IsImage && PictureOf(only, links) is { } picture)
            {
                Replace(paragraph, Figure(only, picture, links));
            }
            else if (!only.IsImage && VideoHost(only.Url) is { } host)
            {
                Announce(paragraph, only, host);
            }
        }
    }

    /// <summary>Resolves a link to an own file or page; false when it is neither.</summary>
    internal static bool Resolve(LinkInline link, BodyLinks links)
    {
        if (link.IsImage)
        {
            return false;
        }

        if (BodyLinks.IdOf(link.Url, BodyLinks.ItemScheme) is { } item && links.Pages.TryGetValue(item, out var page))
        {
            link.Url = page;
            return true;
        }

        if (BodyLinks.IdOf(link.Url, BodyLinks.MediaScheme) is { } id && links.Media.TryGetValue(id, out var file))
        {
            link.Url = $"{BodyLinks.Root}/media/{file.Id}/{MediaName.Original}";
            link.InsertAfter(new HtmlInline($" <small>({WebUtility.HtmlEncode(NoteOf(file, links.Culture))})</small>"));
            return true;
        }

        return false;
    }

    internal static string WordsOf(ContainerInline link) =>
        string.Concat(link.Descendants<LiteralInline>().Select(words => words.Content.ToString()));

    /// <summary>
    /// What stands in place of a picture for those who do not see it: the text's own words, or the library's.
    /// </summary>
    internal static string AltOf(LinkInline image, MediaFile file, string culture) =>
        WordsOf(image).Trim() is { Length: > 0 } words ? words : file.Decorative ? "" : file.Alt[culture];

    private static MediaFile? PictureOf(LinkInline image, BodyLinks links) =>
        BodyLinks.IdOf(image.Url, BodyLinks.MediaScheme) is { } id && links.Media.TryGetValue(id, out var file)
            && file.IsPicture ? file : null;

    private static string NoteOf(MediaFile file, string culture) =>
        $"{Path.GetExtension(file.FileName).TrimStart('.').ToUpperInvariant()}, {Numbers.FileSize(file.Bytes, culture)}";

    private static string Figure(LinkInline image, MediaFile file, BodyLinks links)
    {
        var alt = AltOf(image, file, links.Culture);
        var caption = image.Title is { Length: > 0 } title ? $"<figcaption>{WebUtility.HtmlEncode(title)}</figcaption>"
            : "";
        var widths = file.WidthList.ToList();
        var shown = widths.Count == 0 ? MediaName.Original
            : Copy(widths.FirstOrDefault(width => width >= Wanted, widths[^1]));
        var choice = widths.Count < 2 ? ""
            : $" srcset=\"{string.Join(", ", widths.Select(width => $"{Address(file, Copy(width))} {Number(width)}w"))}\" sizes=\"{Sizes}\"";
        return $"<figure><img src=\"{Address(file, shown)}\"{choice} alt=\"{WebUtility.HtmlEncode(alt)}\" width=\"{Number(file.Width)}\" height=\"{Number(file.Height)}\" loading=\"lazy\">{caption}</figure>";
    }

    // Nothing of another site is embedded: a reader sees where the link leads before following it.
    private static void Announce(ParagraphBlock paragraph, LinkInline link, string host)
    {
        var note = link.Title is { Length: > 0 } length ? $"{host}, {length}" : host;
        link.Title = null;
        link.InsertAfter(new HtmlInline($" <small>{WebUtility.HtmlEncode(note)}</small>"));
        paragraph.GetAttributes().AddClass("video");
    }

    private static string? VideoHost(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? VideoHosts.FirstOrDefault(host => address.Host == host
                || address.Host.EndsWith("." + host, StringComparison.Ordinal))
            : null;

    private static void Replace(ParagraphBlock paragraph, string html)
    {
        var parent = paragraph.Parent!;
        parent[parent.IndexOf(paragraph)] = new HtmlBlock(null) { Lines = new StringLineGroup(html) };
    }

    private static string Address(MediaFile file, string name) =>
        $"{BodyLinks.Root}/media/{file.Id}/{MediaName.Of(file.Version, name)}";

    private static string Copy(int width) => $"{Number(width)}.webp";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
