namespace EgovSites.Platform.Content.Running;

/// <summary>
/// What reading a text may cost: the work grows with the square of the marks that open something, and with its lines.
/// </summary>
public static class MarkdownCost
{
    /// <summary>More marks of one kind than any written text has.</summary>
    public const int Most = 2000;

    /// <summary>The sign by which <see cref="Excess"/> names a text of too many lines.</summary>
    public const char Line = '\n';

    /// <summary>
    /// The sign by which <see cref="Excess"/> names a text of too many points of lists, numbered ones too.
    /// </summary>
    public const char Point = '-';

    private const string Kinds = "[!*_~^`<&>\\|\n";
    private const string Emphasis = "*_~";
    private const int MostBrackets = 1000;
    private const int MostBackslashes = 5000;
    private const int MostCells = 8000;
    private const int MostLines = 8000;
    private const int MostPoints = 4000;

    /// <summary>How many of a mark a text may have; each open bracket is looked for again at every later one.</summary>
    public static int Allowed(char mark) => mark switch
    {
        '[' => MostBrackets,
        '\\' => MostBackslashes,
        '|' => MostCells,
        Line => MostLines,
        Point => MostPoints,
        _ => Most,
    };

    /// <summary>
    /// The mark that a text has too many of, or null. Stars and the like count once for each row of them, and all three
    /// kinds together: what opens one may end at another.
    /// </summary>
    public static char? Excess(string markdown)
    {
        Span<int> counts = stackalloc int[Kinds.Length];
        var (first, before, emphasis, points) = ('\0', '\0', 0, 0);
        foreach (var letter in markdown)
        {
            if (Kinds.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var kind
                && (letter is '[' or '>' or Line || letter != before))
            {
                emphasis += Emphasis.Contains(letter, StringComparison.Ordinal) ? 1 : 0;
                if (++counts[kind] > Allowed(letter) || emphasis > Most)
                {
                    return letter;
                }
            }

            if (EndsPoint(first, before, letter) && ++points > MostPoints)
            {
                return Point;
            }

            (first, before) = (before, letter);
        }

        return null;
    }

    /// <summary>Why a text of this excess is refused.</summary>
    public static Reason Refusal(char mark) => mark switch
    {
        Line => new("field.tooManyLines", Allowed(mark)),
        Point => new("field.tooManyPoints", Allowed(mark)),
        _ => new("field.tooManyMarks", mark, Allowed(mark)),
    };

    // A dash between words counts too: no text has thousands of either.
    private static bool EndsPoint(char first, char before, char letter) =>
        letter is ' ' or '\t' or Line && (before is '-' or '+' || (before is '.' or ')' && char.IsAsciiDigit(first)));
}
