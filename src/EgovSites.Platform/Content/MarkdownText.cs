using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EgovSites.Platform.Content;

/// <summary>Editors' Markdown as HTML: raw HTML off, safe links only, headings kept below the page's own.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseListExtras()
        .Build();

    /// <summary>The HTML of a text. No tag an editor typed survives; a link that is not safe becomes plain text.</summary>
    public static string ToHtml(string markdown) => ToHtml(markdown, BodyLinks.None);

    /// <summary>The same with the site's own pictures, files and pages in the place of their addresses.</summary>
    public static string ToHtml(string markdown, BodyLinks own)
    {
        var document = Parse(markdown);
        OwnLinks.ResolveBlocks(document, own);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Clamp(heading.Level, 2, 4);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(link => !OwnLinks.Resolve(link, own)).ToList())
        {
            Guard(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !Links.IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddClass("table");

            // Alignment would become a style attribute, which the content security policy refuses.
            table.ColumnDefinitions.ForEach(column => column.Alignment = null);
        }

        return document.ToHtml(Pipeline);
    }

    internal static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>False for a text nested so deep that it cannot be meant.</summary>
    public static bool CanRender(string markdown)
    {
        try
        {
            Markdown.Parse(markdown, Pipeline);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The words of a text without its marks, for search and summaries.</summary>
    public static string ToPlain(string markdown) => Markdown.ToPlainText(markdown, Pipeline).Trim();

    // A picture that is not the library's, or stands within a line, is only its words.
    private static void Guard(LinkInline link)
    {
        if (link.IsImage || !Links.IsSafe(link.Url ?? "") || link.Url!.StartsWith("~/", StringComparison.Ordinal))
        {
            link.ReplaceBy(new LiteralInline(OwnLinks.WordsOf(link)), copyChildren: false);
        }
        else if (link.Url!.StartsWith("http", StringComparison.Ordinal))
        {
            link.GetAttributes().AddProperty("rel", "noopener");
        }
    }
}
