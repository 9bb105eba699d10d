using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace EgovSites.Platform.Media.Documents;

/// <summary>
/// Reads the words of an Office or OpenDocument file. It is unpacked as it is read and never as a whole, so that a bomb
/// costs no more than <see cref="MaxCharacters"/>; a document type, and with it every entity, is refused.
/// </summary>
internal static class OfficeText
{
    private const string Ending = ".xml";
    private const int MaxParts = 4000;
    private const int MaxDepth = 200;
    private const long MaxCharacters = 20_000_000;

    // What an empty part costs all the same.
    private const int Slack = 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>
    /// The words of the parts whose names begin so and end in a number or none; null when none can be read.
    /// </summary>
    public static string? Read(string file, int limit, bool isOnlyRuns, params IReadOnlyList<string> stems)
    {
        var text = new StringBuilder();
        try
        {
            using var archive = ZipFile.OpenRead(file);
            var parts = archive.Entries.Count > MaxParts ? [] : PartsOf(archive, stems);
            if (parts.Count == 0)
            {
                return null;
            }

            var left = MaxCharacters;
            foreach (var entry in parts)
            {
                if (left <= 0 || text.Length >= limit)
                {
                    break;
                }

                using var content = entry.Open();
                using var reader = XmlReader.Create(content, Within(Math.Min(left, entry.Length + Slack)));
                Collect(reader, text, limit, isOnlyRuns);
                left -= entry.Length + Slack;
            }
        }
        catch (Exception error)
            when (error is XmlException or InvalidDataException or IOException or NotSupportedException
                or ArgumentException)
        {
            return text.Length > 0 ? text.ToString() : null;
        }

        return text.ToString();
    }

    // Word on the web names its parts document2.xml and footnotes2.xml.
    private static List<ZipArchiveEntry> PartsOf(ZipArchive archive, IReadOnlyList<string> stems) =>
    [
        .. stems.SelectMany(
            stem => archive.Entries.Select(entry => (Entry: entry, Number: NumberOf(entry.FullName, stem)))
            .Where(part => part.Number is not null).OrderBy(part => part.Number).Select(part => part.Entry)),
    ];

    private static int? NumberOf(string name, string stem)
    {
        var isPart = name.StartsWith(stem, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal);
        var digits = isPart && name.Length >= stem.Length + Ending.Length ? name[stem.Length..^Ending.Length] : null;
        return digits == "" ? 0 : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
    }

    // No part may be longer than it says, so that what all of them say together bounds what they cost.
    private static XmlReaderSettings Within(long characters)
    {
        var settings = Settings.Clone();
        settings.MaxCharactersInDocument = characters;
        return settings;
    }

    // Words part where a paragraph, a cell or a line does; a run of letters may end in the middle of a word.
    private static void Collect(XmlReader reader, StringBuilder text, int limit, bool isOnlyRuns)
    {
        var isRun = false;
        while (text.Length < limit && reader.Read() && reader.Depth < MaxDepth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    isRun = reader is { LocalName: "t", IsEmptyElement: false };
                    Part(text, reader.LocalName is "tab" or "br" or "s" or "line-break");
                    break;
                case XmlNodeType.EndElement:
                    isRun = false;
                    Part(text, reader.LocalName is "p" or "h" or "si" or "is");
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when isRun
                    || !isOnlyRuns:
                    text.Append(reader.Value, 0, Math.Min(reader.Value.Length, limit - text.Length));
                    break;
            }
        }
    }

    private static void Part(StringBuilder text, bool isEnd)
    {
        if (isEnd)
        {
            text.Append(' ');
        }
    }
}
