using System.Text.RegularExpressions;
using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Running;

namespace EgovSites.Admin.Languages.Memory;

/// <summary>The sentences of a Markdown text, paragraph by paragraph, without its marks; tables are left out.</summary>
public static partial class Sentences
{
    private const int Longest = 1000;

    public static IReadOnlyList<IReadOnlyList<string>> Of(string markdown) =>
    [
        .. TextComparison.ParagraphsOf(markdown).Where(line => !line.StartsWith('|'))
        .Select(line => MarkdownText.ToPlain(line))
            .Where(line => line.Length > 0)
            .Select(line =>
                (IReadOnlyList<string>)[.. End().Split(line).Where(sentence => sentence.Length is > 0 and <= Longest)]),
    ];

    /// <summary>
    /// Sentences that stand at the same place of two texts; none where the texts are not built alike.
    /// </summary>
    public static IEnumerable<(string Source, string Target)> Aligned(string source, string target)
    {
        var (from, to) = (Of(source), Of(target));
        return from.Count != to.Count ? []
            : from.Zip(to).Where(pair => pair.First.Count == pair.Second.Count)
                .SelectMany(pair => pair.First.Zip(pair.Second));
    }

    // Not behind one or two letters or a number: "г. Душанбе", "ш. Хуҷанд", "5. Санад".
    [GeneratedRegex(@"(?<=[^\s.]{3,}[.!?…]+[»""”)]?)(?<!\d\.)\s+(?=[\p{Lu}\d«""“(–-])")]
    private static partial Regex End();
}
