using System.Text;

namespace EgovSites.Platform.Media.Kinds;

/// <summary>Judges what is text: plain text and tables are taken, pages, drawings and source code are not.</summary>
internal static class TextKinds
{
    private const string Named = "media.kind.text";
    private const string Markup = "media.kind.html";
    private const string Rtf = "media.kind.rtf";

    // Long enough for a mark, blanks and the first tag.
    private const int OpeningLength = 512;

    /// <summary>The verdict on a text in Unicode; null for what is none.</summary>
    public static Sniffed? OfUnicode(Stream content, ReadOnlySpan<byte> head, string fileName) =>
        TextEncodings.UnicodeOf(content, head) is not { } encoding ? null
        : PdfStart.IsIn(head, content) && !IsMarkup(Opening(content, encoding)) ? Sniffed.As(FileKinds.Pdf)
        : Judge(content, encoding, fileName);

    /// <summary>The verdict on a text of one byte a letter, which can only be guessed; null for what is none.</summary>
    public static Sniffed? OfBytes(Stream content, string fileName) =>
        OfName(fileName) is not null && TextEncodings.GuessOf(content) is { } encoding
            ? Judge(content, encoding, fileName) : null;

    private static Sniffed Judge(Stream content, Encoding encoding, string fileName)
    {
        var opening = Opening(content, encoding);
        return opening.StartsWith("{\\rtf", StringComparison.Ordinal) ? Sniffed.Not(Rtf)
            : IsMarkup(opening) ? Sniffed.Not(Markup)
            : OfName(fileName) is { } kind ? new Sniffed(kind, "", encoding)
            : Sniffed.Not(Named);
    }

    private static string Opening(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var buffer = new char[OpeningLength];
        return new string(buffer, 0, reader.ReadBlock(buffer)).TrimStart().TrimStart('\uFEFF');
    }

    // "<3" is no tag.
    private static bool IsMarkup(string opening) =>
        opening.Length > 1 && opening[0] == '<' && (char.IsAsciiLetter(opening[1]) || opening[1] is '!' or '?');

    // All source code is text too. Here alone the name counts: it can only narrow what is taken.
    private static FileKind? OfName(string fileName) => FileNames.EndingOf(fileName) switch
    {
        ".csv" => FileKinds.Csv,
        "" or ".txt" or ".text" or ".log" or ".md" => FileKinds.Text,
        _ => null,
    };
}
