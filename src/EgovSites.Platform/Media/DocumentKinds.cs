using System.IO.Compression;
using System.Text;

namespace EgovSites.Platform.Media;

/// <summary>Tells the documents an agency may publish by their content: PDF, Word, Excel, OpenDocument and plain text.</summary>
public static class DocumentKinds
{
    private static readonly MediaKind Pdf = new("application/pdf", "pdf");
    private static readonly MediaKind Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
    private static readonly MediaKind Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
    private static readonly MediaKind OpenText = new("application/vnd.oasis.opendocument.text", "odt");
    private static readonly MediaKind Csv = new("text/csv", "csv");
    private static readonly MediaKind Text = new("text/plain", "txt");

    /// <summary>The kind, or null for anything else; the name only tells CSV from other text.</summary>
    public static MediaKind? Sniff(Stream content, string fileName)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[5];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return read < head.Length ? IfText(content, fileName)
            : head.SequenceEqual("%PDF-"u8) ? Pdf
            : head.StartsWith("PK\u0003\u0004"u8) ? Office(content)
            : IfText(content, fileName);
    }

    // Only names are read; nothing is unpacked but the few letters of OpenDocument's own label.
    private static MediaKind? Office(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var hasTypes = archive.GetEntry("[Content_Types].xml") is not null;
            return hasTypes && HasMacros(archive) ? null
                : hasTypes && archive.GetEntry("word/document.xml") is not null ? Word
                : hasTypes && archive.GetEntry("xl/workbook.xml") is not null ? Excel
                : LabelOf(archive) == OpenText.ContentType ? OpenText
                : null;
        }
        catch (InvalidDataException)
        {
            // Begins like an archive and is none: not a kind we take.
            return null;
        }
    }

    private static bool HasMacros(ZipArchive archive) =>
        archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    private static string LabelOf(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { Length: < 100 } entry)
        {
            return "";
        }

        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return reader.ReadToEnd();
    }

    private static MediaKind? IfText(Stream content, string fileName) =>
        !IsText(content) ? null : Path.GetExtension(fileName).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? Csv : Text;

    // Strict UTF-8 without control characters: a program or an old code page fails both.
    private static bool IsText(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), true, 4096, leaveOpen: true);
        try
        {
            var letters = new char[4096];
            for (int count; (count = reader.Read(letters)) > 0;)
            {
                if (letters.AsSpan(0, count).ContainsAnyExcept(IsReadable))
                {
                    return false;
                }
            }

            return content.Length > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static readonly System.Buffers.SearchValues<char> IsReadable = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(letter => !char.IsControl(letter) || letter is '\t' or '\r' or '\n' or '\f')]);
}
