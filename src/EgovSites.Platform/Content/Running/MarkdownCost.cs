namespace EgovSites.Platform.Content.Running;

/// <summary>What reading a text may cost: the work grows with the square of the marks that open something.</summary>
public static class MarkdownCost
{
    /// <summary>More marks of one kind than any written text has.</summary>
    public const int Most = 2000;

    private const string Kinds = "[!*_~^`<&|";
    private const int MostBrackets = 1000;
    private const int MostCells = 20_000;

    /// <summary>How many of a mark a text may have; each open bracket is looked for again at every later one.</summary>
    public static int Allowed(char mark) => mark switch { '[' => MostBrackets, '|' => MostCells, _ => Most };

    /// <summary>The mark that a text has too many of, or null. Stars and the like count once for each row of them.</summary>
    public static char? Excess(string markdown)
    {
        Span<int> counts = stackalloc int[Kinds.Length];
        var before = '\0';
        foreach (var letter in markdown)
        {
            if (Kinds.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var kind && (letter == '[' || letter != before)
                && ++counts[kind] > Allowed(letter))
            {
                return letter;
            }

            before = letter;
        }

        return null;
    }
}
