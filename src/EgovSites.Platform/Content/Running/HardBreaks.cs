using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EgovSites.Platform.Content.Running;

/// <summary>
/// Writes a break of lines by two blanks, which no eye sees and every cleaning takes away, as one by a backslash.
/// </summary>
public static class HardBreaks
{
    private const string Blanks = "  \n";

    private static readonly MarkdownPipeline Located = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables()
        .UsePreciseSourceLocation().Build();

    /// <summary>The same text with such breaks written so that they can be seen and kept.</summary>
    public static string Seen(string typed)
    {
        var text = typed.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (!text.Contains(Blanks, StringComparison.Ordinal) || MarkdownCost.Excess(text) is not null)
        {
            return typed;
        }

        var seen = new StringBuilder(text);
        foreach (var end in EndsIn(text))
        {
            var from = end;
            while (from > 0 && text[from - 1] == ' ')
            {
                from--;
            }

            seen.Remove(from, end - from).Insert(from, '\\');
        }

        return seen.ToString();
    }

    // From the last to the first, so that places before stay where they are.
    private static IEnumerable<int> EndsIn(string text)
    {
        try
        {
            return [.. Markdown.Parse(text, Located).Descendants<LineBreakInline>()
                .Where(line => line is { IsHard: true, IsBackslash: false })
                .Select(line => line.Span.Start).Where(place => place < text.Length && text[place] == '\n')
                .OrderDescending()];
        }
        catch (ArgumentException)
        {
            // Nested too deep: refused with its own words a moment later.
            return [];
        }
    }
}
