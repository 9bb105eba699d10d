using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EgovSites.Platform.Content.Running;

/// <summary>
/// A backslash between two blanks breaks the line inside a table's cell, where Markdown has no other way.
/// </summary>
internal sealed class CellBreakParser : InlineParser
{
    public CellBreakParser() => OpeningCharacters = ['\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekCharExtra(-1) != ' ' || slice.PeekChar() != ' ')
        {
            return false;
        }

        slice.SkipChar();
        processor.Inline = new CellBreak();
        return true;
    }

    /// <summary>What is a line's end is known only when the tables are.</summary>
    public static void Settle(MarkdownDocument document)
    {
        foreach (var cell in document.Descendants<TableCell>())
        {
            foreach (var mark in cell.Descendants<CellBreak>().ToList())
            {
                mark.ReplaceBy(new LineBreakInline { IsHard = true });
            }
        }

        foreach (var mark in document.Descendants<CellBreak>().ToList())
        {
            mark.ReplaceBy(new LiteralInline("\\"));
        }
    }

    private sealed class CellBreak : LeafInline;
}
