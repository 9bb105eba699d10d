using System.Text;
using CsvHelper;

namespace EgovSites.Platform.Redirects;

/// <summary>
/// The rows of a file under the separator that makes most redirects of them. The reader's own guess counts letters, and
/// an old address may hold more semicolons than the file has columns.
/// </summary>
internal sealed class RedirectTable
{
    // As many as are taken, one more that is too many, and what may stand above them.
    private const int MostKept = RedirectFile.MostLines + 3;

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly List<RedirectRow> _rows = [];

    private RedirectTable(string text, char separator)
    {
        using var csv = CsvReader.FromText(text, OptionsOf(separator) with { OnMalformedRecord = Note });
        while (csv.Read())
        {
            Add(RowOf(csv));
        }
    }

    /// <summary>The rows that hold something, as many as are kept of them.</summary>
    public IReadOnlyList<RedirectRow> Rows => _rows;

    /// <summary>How many rows hold something.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// The line on which a quotation mark opens that never closes; the rest of the file would be one cell.
    /// </summary>
    public long? OpenQuote { get; private set; }

    public static RedirectTable Read(string text)
    {
        var table = Separators.Select(separator => new RedirectTable(text, separator))
            .MaxBy(read => read._rows.Sum(row => row.Likeness))!;
        for (var at = 0; at < table._rows.Count; at++)
        {
            table._rows[at] = Otherwise(table._rows[at]);
        }

        return table;
    }

    // People paste lines of two files together.
    private static RedirectRow Otherwise(RedirectRow row) => row.Likeness == 2 ? row
        : Separators.Select(separator => Alone(row, separator)).Prepend(row).MaxBy(other => other.Likeness)!;

    private static RedirectRow Alone(RedirectRow row, char separator)
    {
        using var csv = CsvReader.FromText(row.Raw, OptionsOf(separator));
        return csv.Read() ? row with { Cells = csv.Current.ToArray() } : row;
    }

    private static CsvReaderOptions OptionsOf(char separator) =>
        new() { Separator = separator, HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true };

    private static RedirectRow RowOf(CsvReader csv) =>
        new((int)csv.LineNumber, Encoding.UTF8.GetString(csv.RawRecord).Trim(), csv.Current.ToArray());

    private void Add(RedirectRow row)
    {
        Count += row.IsEmpty ? 0 : 1;
        if (!row.IsEmpty && _rows.Count < MostKept)
        {
            _rows.Add(row);
        }
    }

    private void Note(CsvMalformedRecord record) =>
        OpenQuote ??= record.Reason == CsvMalformedReason.UnterminatedQuote ? record.LineNumber : null;
}
