using System.Text.RegularExpressions;

namespace EgovSites.Platform.Content.Comparison;

/// <summary>
/// What changed between two states of a text: paragraphs put side by side, then compared word by word. A paragraph is a
/// line that is not empty, so a list's points and a table's rows are paragraphs too.
/// </summary>
public sealed partial class TextComparison
{
    private TextComparison(IReadOnlyList<ComparedParagraph> paragraphs) => Paragraphs = paragraphs;

    public IReadOnlyList<ComparedParagraph> Paragraphs { get; }

    public bool IsSame => Paragraphs.All(paragraph => !paragraph.IsChanged);

    public int AddedWords => Count(RunKind.Added);

    public int RemovedWords => Count(RunKind.Removed);

    public static TextComparison Of(string before, string after)
    {
        var (old, now) = (ParagraphsOf(before), ParagraphsOf(after));
        var words = new WordComparison();
        var paragraphs = new List<ComparedParagraph>();
        var place = 0;
        foreach (var (from, to) in ParagraphPairs.Of(old, now))
        {
            paragraphs.Add(new(Runs(words, from, to, old, now), place));
            place += from is null ? 0 : 1;
        }

        return new TextComparison(paragraphs);
    }

    /// <summary>The lines of a text that say something, without the spaces at their ends.</summary>
    public static IReadOnlyList<string> ParagraphsOf(string text) =>
        text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IReadOnlyList<TextRun> Runs(
        WordComparison words, int? from, int? to, IReadOnlyList<string> old, IReadOnlyList<string> now) =>
            (from, to) switch
            {
                ({ } was, { } becomes) when old[was] == now[becomes] => [new TextRun(RunKind.Same, old[was])],
                ({ } was, { } becomes) => words.Of(old[was], now[becomes]),
                ({ } was, null) => [new TextRun(RunKind.Removed, old[was])],
                _ => [new TextRun(RunKind.Added, now[to!.Value])],
            };

    private int Count(RunKind kind) => Paragraphs.SelectMany(paragraph => paragraph.Runs)
        .Where(run => run.Kind == kind).Sum(run => Word().Count(run.Text));

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
