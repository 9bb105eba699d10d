using EgovSites.Platform.Tajik.Finding;


namespace EgovSites.Platform.Content.Comparison;

/// <summary>
/// Puts the paragraphs of two texts side by side: equal ones first, then between those the ones that resemble each
/// other.
/// </summary>
internal static class ParagraphPairs
{
    /// <summary>The least share of common words at which a paragraph counts as the other one rewritten.</summary>
    private const double Resembling = 0.35;

    private const int LargestGap = 10_000;

    public static IEnumerable<(int? Before, int? After)> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] Numbered(IEnumerable<string> texts) =>
            [.. texts.Select(text => numbers.TryGetValue(text, out var known) ? known : numbers[text] = numbers.Count)];

        var (x, y) = (0, 0);
        foreach (var (nextX, nextY) in Matching.Of(Numbered(before), Numbered(after))
            .Append((before.Count, after.Count)))
        {
            foreach (var pair in Gap(before, after, x..nextX, y..nextY))
            {
                yield return pair;
            }

            if (nextX < before.Count)
            {
                yield return (nextX, nextY);
            }

            (x, y) = (nextX + 1, nextY + 1);
        }
    }

    private static IEnumerable<(int? Before, int? After)> Gap(
        IReadOnlyList<string> before, IReadOnlyList<string> after, Range old, Range now)
    {
        var (x, y) = (old.Start.Value, now.Start.Value);
        foreach (var (nextX, nextY) in Similar(before, after, old, now).Append((old.End.Value, now.End.Value)))
        {
            for (; x < nextX; x++)
            {
                yield return (x, null);
            }

            for (; y < nextY; y++)
            {
                yield return (null, y);
            }

            if (nextX < old.End.Value)
            {
                yield return (x++, y++);
            }
        }
    }

    // The pairing in order with the greatest resemblance in all.
    private static IEnumerable<(int Before, int After)> Similar(
        IReadOnlyList<string> before, IReadOnlyList<string> after, Range old, Range now)
    {
        var (rows, columns) = (old.End.Value - old.Start.Value, now.End.Value - now.Start.Value);
        if (rows == 0 || columns == 0 || rows * columns > LargestGap)
        {
            return [];
        }

        var olds = Enumerable.Range(old.Start.Value, rows).Select(place => Bag(before[place])).ToList();
        var news = Enumerable.Range(now.Start.Value, columns).Select(place => Bag(after[place])).ToList();
        var best = new double[rows + 1, columns + 1];
        var likeness = new double[rows, columns];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                var like = likeness[row, column] = Likeness(olds[row], news[column]);
                best[row, column] = Math.Max(
                    Math.Max(best[row + 1, column], best[row, column + 1]), like >= Resembling
                        ? like + best[row + 1, column + 1] : 0);
            }
        }

        return Walk(best, likeness, old.Start.Value, now.Start.Value);
    }

    private static IEnumerable<(int Before, int After)> Walk(
        double[,] best, double[,] likeness, int firstRow, int firstColumn)
    {
        var (row, column) = (0, 0);
        while (row < likeness.GetLength(0) && column < likeness.GetLength(1))
        {
            var like = likeness[row, column];
            if (like >= Resembling && best[row, column] <= like + best[row + 1, column + 1])
            {
                yield return (firstRow + row++, firstColumn + column++);
            }
            else if (best[row + 1, column] >= best[row, column + 1])
            {
                row++;
            }
            else
            {
                column++;
            }
        }
    }

    private static HashSet<string> Bag(string text) => [.. Folding.Words(text)];

    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
