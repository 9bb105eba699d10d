using EgovSites.Platform.Content;

namespace EgovSites.Platform.Redirects;

/// <summary>Reads <c>from,to</c> lines as spreadsheets write them: a head line or none, commas or semicolons.</summary>
public static class RedirectFile
{
    public const int MostLines = 5000;

    /// <summary>The lines that are not empty, with their numbers; or why the file is none.</summary>
    public static (IReadOnlyList<(int Number, string From, string To)> Lines, Reason? Problem) Read(string text)
    {
        var all = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select((line, index) => (Number: index + 1, Text: line.Trim())).Where(line => line.Text.Length > 0).ToList();
        if (all.Count > 0 && all[0].Text.Split(',', ';')[0].Trim('"', ' ').Equals("from", StringComparison.OrdinalIgnoreCase))
        {
            all.RemoveAt(0);
        }

        return all.Count == 0 ? ([], new Reason("redirects.empty"))
            : all.Count > MostLines ? ([], new Reason("redirects.tooMany", MostLines, all.Count))
            : ([.. all.Select(line => Parts(line.Number, line.Text))], null);
    }

    private static (int, string, string) Parts(int number, string line)
    {
        var separator = line.Contains(';', StringComparison.Ordinal) && !line.Contains(',', StringComparison.Ordinal) ? ';' : ',';
        var at = line.StartsWith('"') && line.IndexOf('"', 1) is > 0 and var end ? line.IndexOf(separator, end) : line.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (number, line, "") : (number, Plain(line[..at]), Plain(line[(at + 1)..]));
    }

    private static string Plain(string part)
    {
        var text = part.Trim().TrimEnd(',', ';').Trim();
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
