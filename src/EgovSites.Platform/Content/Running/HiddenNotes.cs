using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EgovSites.Platform.Content.Running;

/// <summary>
/// "[^1]: a note" defines an address in Markdown and shows nothing; whatever is no address stays a text.
/// </summary>
internal static class HiddenNotes
{
    /// <summary>The text with such lines kept as words; the same text where there are none.</summary>
    public static string Shown(string markdown, MarkdownDocument document)
    {
        var used = document.Descendants<LinkInline>().Select(link => link.Reference).OfType<LinkReferenceDefinition>()
            .ToHashSet();
        var hidden = document.Descendants<LinkReferenceDefinition>()
            .Where(one => !used.Contains(one) || !IsAddress(one.Url)).Select(one => one.Span.Start)
            .Where(at => at >= 0 && at < markdown.Length && markdown[at] == '[').Distinct().OrderDescending().ToList();
        return hidden.Aggregate(markdown, (text, at) => text.Insert(at, "\\"));
    }

    private static bool IsAddress(string? url) => url is not null
        && (Links.IsSafe(url) || BodyLinks.IdOf(url, BodyLinks.ItemScheme) is not null
            || BodyLinks.IdOf(url, BodyLinks.MediaScheme) is not null);
}
