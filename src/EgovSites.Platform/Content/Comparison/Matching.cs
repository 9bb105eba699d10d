namespace EgovSites.Platform.Content.Comparison;

/// <summary>
/// The longest common subsequence of two sequences of numbers by Myers' greedy algorithm. Beyond <see cref="Bound"/>
/// differences nothing in the middle counts as common: such texts are new, and a search would cost seconds.
/// </summary>
internal static class Matching
{
    public const int Bound = 1200;

    /// <summary>The positions that match, in order.</summary>
    public static List<(int Before, int After)> Of(int[] before, int[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
        {
            start++;
        }

        var tail = 0;
        while (tail < Math.Min(before.Length, after.Length) - start && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        var middle = Middle(before.AsSpan(start..^tail), after.AsSpan(start..^tail));
        return
        [
            .. Enumerable.Range(0, start).Select(place => (place, place)),
            .. middle.Select(pair => (pair.Before + start, pair.After + start)),
            .. Enumerable.Range(0, tail).Select(place => (before.Length - tail + place, after.Length - tail + place)),
        ];
    }

    private static List<(int Before, int After)> Middle(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        var max = Math.Min(before.Length + after.Length, Bound);
        var furthest = new int[(2 * max) + 3];
        var zero = max + 1;
        var trace = new List<int[]>();
        for (var edits = 0; edits <= max && before.Length > 0 && after.Length > 0; edits++)
        {
            trace.Add(furthest.AsSpan(zero - edits, (2 * edits) + 1).ToArray());
            if (Advance(before, after, furthest, zero, edits))
            {
                return Backtrack(trace, before.Length, after.Length);
            }
        }

        return [];
    }

    // One edit more on every diagonal, then as far along it as both sequences agree; true at the end of both.
    private static bool Advance(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int[] furthest, int zero, int edits)
    {
        for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
        {
            var (left, right) = (furthest[zero + diagonal - 1], furthest[zero + diagonal + 1]);
            var x = diagonal == -edits || (diagonal != edits && left < right) ? right : left + 1;
            while (x < before.Length && x - diagonal < after.Length && before[x] == after[x - diagonal])
            {
                x++;
            }

            furthest[zero + diagonal] = x;
            if (x >= before.Length && x - diagonal >= after.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static List<(int Before, int After)> Backtrack(List<int[]> trace, int x, int y)
    {
        var pairs = new List<(int, int)>();
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var (furthest, diagonal) = (trace[edits], x - y);
            var isDown = diagonal == -edits
                || (diagonal != edits && furthest[edits + diagonal - 1] < furthest[edits + diagonal + 1]);
            var from = isDown ? diagonal + 1 : diagonal - 1;
            var fromX = edits == 0 ? 0 : furthest[edits + from];
            var fromY = edits == 0 ? 0 : fromX - from;
            while (x > fromX && y > fromY)
            {
                pairs.Add((--x, --y));
            }

            (x, y) = (fromX, fromY);
        }

        pairs.Reverse();
        return pairs;
    }
}
