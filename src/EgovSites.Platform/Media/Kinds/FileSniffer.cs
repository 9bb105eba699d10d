namespace EgovSites.Platform.Media.Kinds;

/// <summary>
/// Finds out what a file is from its bytes; the type it came with is never asked, and its name only to narrow what is
/// taken. The one judge for the library and for what citizens send.
/// </summary>
public static class FileSniffer
{
    /// <summary>The word for what is of no kind the platform knows.</summary>
    public const string Unknown = "media.kind";

    public const string Empty = "media.empty";

    // Readers of PDF look so far for its beginning.
    private const int HeadLength = 1024 + 5;

    /// <summary>Looks at a seekable stream, which is left at its start.</summary>
    public static Sniffed Look(Stream content, string fileName)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[HeadLength];
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var found = Find(head, content, fileName);
        content.Position = 0;
        return found;
    }

    private static Sniffed Find(ReadOnlySpan<byte> head, Stream content, string fileName) =>
        head.Length == 0 ? Sniffed.Not(Empty)
        : OfHead(head) is { } kind ? Sniffed.As(kind)
        : head.StartsWith("PK\x03\x04"u8) ? ArchiveKinds.Of(content)
        : TextKinds.OfUnicode(content, head, fileName)
            ?? OfForeign(head, content, fileName)
            ?? (PdfStart.IsIn(head, content) ? Sniffed.As(FileKinds.Pdf) : null)
            ?? TextKinds.OfBytes(content, fileName)
            ?? Sniffed.Not(Unknown);

    // A text of one byte a letter may well begin with the letters of a program or a picture.
    private static Sniffed? OfForeign(ReadOnlySpan<byte> head, Stream content, string fileName) =>
        ForeignKinds.RefusalOf(head, content) is { } refusal ? TextKinds.OfBytes(content, fileName) ?? refusal : null;

    private static FileKind? OfHead(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? FileKinds.Pdf
        : head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? FileKinds.Jpeg
        : head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKinds.Png
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? FileKinds.Gif
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8) ? FileKinds.Webp
        : null;
}
