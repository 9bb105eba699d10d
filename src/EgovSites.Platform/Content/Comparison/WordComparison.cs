using System.Text.RegularExpressions;

namespace EgovSites.Platform.Content.Comparison;

/// <summary>Compares two paragraphs word by word.</summary>
internal sealed partial class WordComparison
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public IReadOnlyList<TextRun> Of(string before, string after)
    {
        var (old, now) = (Tokens(before), Tokens(after));
        var matches = Matching.Of(Numbered(old), Numbered(now)).Where(pair => IsHold(old, now, pair)).ToList();
        var runs = new List<TextRun>();
        var (x, y) = (0, 0);
        foreach (var (nextX, nextY) in matches.Append((old.Count, now.Count)))
        {
            Add(runs, RunKind.Removed, old, x, nextX);
            Add(runs, RunKind.Added, now, y, nextY);
            Add(runs, RunKind.Same, old, nextX, Math.Min(nextX + 1, old.Count));
            (x, y) = (nextX + 1, nextY + 1);
        }

        return runs;

        // A space common to two changed words would break one change into crumbs.
        bool IsHold(List<string> left, List<string> right, (int Before, int After) pair) =>
            !string.IsNullOrWhiteSpace(left[pair.Before])
            || IsCommon(left, right, pair.Before - 1, pair.After - 1)
            || IsCommon(left, right, pair.Before + 1, pair.After + 1);
    }

    private static bool IsCommon(List<string> old, List<string> now, int x, int y) =>
        x >= 0 && y >= 0 && x < old.Count && y < now.Count && old[x] == now[y];

    private static void Add(List<TextRun> runs, RunKind kind, List<string> tokens, int from, int to)
    {
        if (from >= to)
        {
            return;
        }

        var text = string.Concat(tokens[from..to]);
        if (runs is [.., { } last] && last.Kind == kind)
        {
            runs[^1] = last with { Text = last.Text + text };
        }
        else
        {
            runs.Add(new TextRun(kind, text));
        }
    }

    private int[] Numbered(List<string> tokens) =>
        [.. tokens.Select(token => _numbers.TryGetValue(token, out var known) ? known
            : _numbers[token] = _numbers.Count)];

    private static List<string> Tokens(string text) => [.. Token().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\w+|\s+|[^\w\s]")]
    private static partial Regex Token();
}
