using System.IO.Compression;
using System.Text;

namespace EgovSites.Platform.Media;

/// <summary>Finds out what a file is from its bytes; the name and type it came with are never asked.</summary>
public static class FileKinds
{
    public static FileKind Pdf { get; } = new("pdf", "application/pdf");

    public static FileKind Jpeg { get; } = new("jpg", "image/jpeg");

    public static FileKind Png { get; } = new("png", "image/png");

    public static FileKind Webp { get; } = new("webp", "image/webp");

    public static FileKind Docx { get; } = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    public static FileKind Xlsx { get; } = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    public static FileKind Odt { get; } = new("odt", "application/vnd.oasis.opendocument.text");

    public static FileKind Pptx { get; } = new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    public static FileKind Odp { get; } = new("odp", "application/vnd.oasis.opendocument.presentation");

    public static FileKind Text { get; } = new("txt", "text/plain; charset=utf-8");

    // A list of parts is a few kilobytes; more is a bomb.
    private const int ManifestLimit = 1 << 20;

    /// <summary>The kind of a seekable stream, which is left at its start; null for everything the platform does not take.</summary>
    public static FileKind? Detect(Stream content)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[12];
        var kind = OfHead(head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)], content);
        content.Position = 0;
        return kind;
    }

    private static FileKind? OfHead(ReadOnlySpan<byte> head, Stream content) =>
        head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg
        : head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head.StartsWith("RIFF"u8) && head[4..].EndsWith("WEBP"u8) ? Webp
        : head.StartsWith("PK\x03\x04"u8) ? OfArchive(content)
        : IsText(content) ? Text
        : null;

    private static FileKind? OfArchive(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return OfOpenDocument(Manifest(archive, "mimetype")) ?? OfOffice(Manifest(archive, "[Content_Types].xml"));
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException or IOException)
        {
            return null;
        }
    }

    private static FileKind? OfOpenDocument(string type) => type == Odt.ContentType ? Odt : type == Odp.ContentType ? Odp : null;

    private static FileKind? OfOffice(string parts) =>
        parts.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || parts.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) ? null
        : parts.Contains($"{Docx.ContentType}.main+xml", StringComparison.Ordinal) ? Docx
        : parts.Contains($"{Xlsx.ContentType}.main+xml", StringComparison.Ordinal) ? Xlsx
        : parts.Contains($"{Pptx.ContentType}.main+xml", StringComparison.Ordinal) ? Pptx
        : null;

    private static string Manifest(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { Length: <= ManifestLimit } entry)
        {
            return "";
        }

        // The length an archive states may be a lie, so the limit is kept while reading too.
        var buffer = new byte[entry.Length];
        using var stream = entry.Open();
        return Encoding.UTF8.GetString(buffer, 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }

    private static bool IsText(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        try
        {
            return content.Length > 0 && HasLettersOnly(reader);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool HasLettersOnly(StreamReader reader)
    {
        var buffer = new char[4096];
        for (var count = reader.Read(buffer); count > 0; count = reader.Read(buffer))
        {
            if (buffer.AsSpan(0, count).ContainsAnyInRange('\0', '\b') || buffer.AsSpan(0, count).ContainsAnyInRange('\x0E', '\x1F'))
            {
                return false;
            }
        }

        return true;
    }
}
