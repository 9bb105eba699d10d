using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EgovSites.Platform.Content.Running;

/// <summary>The words of a running text where nothing can be raised or struck out: 7² never becomes 72.</summary>
public static class PlainWords
{
    private const string Plain = "0123456789+-−=()ni";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ";
    private const string LoweredPlain = "0123456789+-−=()";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";

    /// <summary>Superscript letters of the alphabet where all have one, otherwise the words behind ^.</summary>
    public static string Superscript(string words) => Mapped(words, Plain, Raised) ?? "^" + words;

    /// <summary>Subscript letters of the alphabet where all have one, otherwise the words behind _.</summary>
    public static string Subscript(string words) => Mapped(words, LoweredPlain, Lowered) ?? "_" + words;

    internal static string Of(MarkdownDocument document, MarkdownPipeline pipeline)
    {
        foreach (var mark in document.Descendants<EmphasisInline>().Where(mark => mark.DelimiterChar is '^' or '~')
            .ToList())
        {
            Settle(mark);
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(
            writer)
        { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString().Trim();
    }

    // What is struck out holds no longer.
    private static void Settle(EmphasisInline mark)
    {
        var words = OwnLinks.WordsOf(mark);
        if (mark.DelimiterCount == 2)
        {
            mark.Remove();
            return;
        }

        mark.ReplaceBy(
            new LiteralInline(mark.DelimiterChar == '^' ? Superscript(words) : Subscript(words)), copyChildren: false);
    }

    private static string? Mapped(string words, string from, string to)
    {
        var mapped = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            if (from.IndexOf(letter, StringComparison.Ordinal) is not (>= 0 and var at))
            {
                return null;
            }

            mapped.Append(to[at]);
        }

        return mapped.ToString();
    }
}
