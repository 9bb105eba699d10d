using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EgovSites.Platform.Content.Running;

/// <summary>Editors' Markdown as HTML: raw HTML off, safe links only, headings kept below the page's own.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = Built();

    /// <summary>
    /// The HTML of a text. No tag an editor typed survives; a link that is not safe becomes plain text.
    /// </summary>
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

        foreach (var link in document.Descendants<AutolinkInline>()
            .Where(link => !link.IsEmail && !Links.IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddClass("table");

            // Alignment would become a style attribute, which the content security policy refuses.
            table.ColumnDefinitions.ForEach(column => column.Alignment = null);
        }

        ListNumbers.Keep(document);
        return document.ToHtml(Pipeline);
    }

    internal static MarkdownDocument Parse(string markdown)
    {
        if (MarkdownCost.Excess(markdown) is not null)
        {
            return Unread(markdown);
        }

        var document = Markdown.Parse(markdown, Pipeline);
        var shown = HiddenNotes.Shown(markdown, document);
        document = shown == markdown ? document : Markdown.Parse(shown, Pipeline);
        CellBreakParser.Settle(document);
        return document;
    }

    /// <summary>False for a text nested so deep that it cannot be meant.</summary>
    public static bool CanRender(string markdown)
    {
        try
        {
            Parse(markdown).ToHtml(Pipeline);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The words of a text without its marks, for search and summaries.</summary>
    public static string ToPlain(string markdown) => PlainWords.Of(Parse(markdown), Pipeline);

    private static MarkdownPipeline Built()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.InlineParsers.InsertBefore<EmphasisInlineParser>(new ScriptParser());
        builder.InlineParsers.InsertBefore<EscapeInlineParser>(new CellBreakParser());
        var lists = builder.BlockParsers.Find<ListBlockParser>()!;
        lists.ItemParsers.Replace<NumberedListItemParser>(new ShortNumbers());
        return builder.Build();
    }

    // A text that costs too much, kept from before there was a limit, is shown as it was typed.
    private static MarkdownDocument Unread(string markdown) =>
        [new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(markdown)) }];


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
