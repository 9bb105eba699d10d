using EgovSites.Platform.Content;

namespace EgovSites.Platform.Redirects;

/// <summary>
/// Reads <c>from,to</c> lines as spreadsheets write them: a head line or none; commas, semicolons or tabs. Further
/// columns are passed over below a head that names them; without one such a line leads nowhere, for a comma may belong
/// to the address.
/// </summary>
public static class RedirectFile
{
    public const int MostLines = 5000;

    // Excel names its separator on a first line of its own.
    private const string Separator = "sep=";

    /// <summary>The lines that are not empty, with their numbers; or why the file is none.</summary>
    public static (IReadOnlyList<(int Number, string From, string To)> Lines, Reason? Problem) Read(string text)
    {
        var table = RedirectTable.Read(text.TrimStart('\uFEFF'));
        var rows = table.Rows.Skip(table.Rows is [{ } first, ..]
            && first.Raw.StartsWith(Separator, StringComparison.OrdinalIgnoreCase) ? 1 : 0);
        var hasHead = rows.FirstOrDefault()?.Raw.Contains('/', StringComparison.Ordinal) == false;
        var lines = rows.Skip(hasHead ? 1 : 0).Select(row => Parts(row, hasHead)).ToList();
        return table.OpenQuote is { } open ? ([], new Reason("redirects.quote", open))
            : lines.Count == 0 ? ([], new Reason("redirects.empty"))
            : lines.Count > MostLines
            ? ([], new Reason("redirects.tooMany", MostLines, table.Count - (table.Rows.Count - lines.Count)))
            : (lines, null);
    }

    private static (int, string, string) Parts(RedirectRow row, bool hasHead) =>
        row.Cells.Count < 2 || (!hasHead && row.Cells.Skip(2).Any(cell => cell.Length > 0))
            ? (row.Number, row.Raw, "") : (row.Number, row.Cells[0], row.Cells[1]);
}
