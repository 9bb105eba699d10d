using System.Text.RegularExpressions;
using EgovSites.Platform.Content;

namespace EgovSites.Platform.Redirects;

/// <summary>
/// Reads <c>from,to</c> lines as spreadsheets write them: a head line or none, commas or semicolons. Further columns are passed
/// over below a head that names them; without one such a line leads nowhere, for a comma may belong to the address.
/// </summary>
public static partial class RedirectFile
{
    public const int MostLines = 5000;

    /// <summary>The lines that are not empty, with their numbers; or why the file is none.</summary>
    public static (IReadOnlyList<(int Number, string From, string To)> Lines, Reason? Problem) Read(string text)
    {
        var all = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')
            .Select((line, index) => (Number: index + 1, Text: line.Trim())).Where(line => line.Text.Length > 0).ToList();
        var hasHead = all.Count > 0 && !all[0].Text.Contains('/', StringComparison.Ordinal);
        all.RemoveRange(0, hasHead ? 1 : 0);
        return all.Count == 0 ? ([], new Reason("redirects.empty"))
            : all.Count > MostLines ? ([], new Reason("redirects.tooMany", MostLines, all.Count))
            : ([.. all.Select(line => Parts(line.Number, line.Text, hasHead))], null);
    }

    private static (int, string, string) Parts(int number, string line, bool hasHead)
    {
        var cells = Cells(line);
        return cells.Length < 2 || (!hasHead && cells.Skip(2).Any(cell => cell.Length > 0))
            ? (number, line, "") : (number, cells[0], cells[1]);
    }

    // A line is never continued on the next one here, so a cell is either quoted whole or free of quotes.
    private static string[] Cells(string line)
    {
        var isSemicolon = line.Contains(';', StringComparison.Ordinal) && !line.Contains(',', StringComparison.Ordinal);
        return [.. (isSemicolon ? Semicolons() : Commas()).Matches(line).Select(cell => Plain(cell.Groups["cell"].Value.Trim()))];
    }

    private static string Plain(string cell) => cell.Length >= 2 && cell[0] == '"' && cell[^1] == '"'
        ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    [GeneratedRegex("""(?:^|,)(?<cell>\s*"(?:[^"]|"")*"\s*|[^,]*)""")]
    private static partial Regex Commas();

    [GeneratedRegex("""(?:^|;)(?<cell>\s*"(?:[^"]|"")*"\s*|[^;]*)""")]
    private static partial Regex Semicolons();
}
