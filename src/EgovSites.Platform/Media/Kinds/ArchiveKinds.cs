using System.IO.Compression;
using System.Text;

namespace EgovSites.Platform.Media.Kinds;

/// <summary>Tells the documents that are archives from other archives, by their list of parts.</summary>
internal static class ArchiveKinds
{
    // A list of parts is a few kilobytes; more is a bomb.
    private const int ManifestLimit = 1 << 20;

    private const string Macros = "media.kind.macros";

    private static readonly FileKind[] OpenDocuments = [FileKinds.Odt, FileKinds.Ods, FileKinds.Odp];

    private static readonly FileKind[] OfficeDocuments = [FileKinds.Docx, FileKinds.Xlsx, FileKinds.Pptx];

    public static Sniffed Of(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var open = OpenDocuments.FirstOrDefault(kind => kind.ContentType == Manifest(archive, "mimetype"));
            return open is not null ? (HasMacros(archive) ? Sniffed.Not(Macros) : Sniffed.As(open))
                : OfOffice(Manifest(archive, "[Content_Types].xml"));
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException or IOException)
        {
            return Sniffed.Not("media.brokenArchive");
        }
    }

    private static Sniffed OfOffice(string parts) =>
        parts.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            || parts.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) ? Sniffed.Not(Macros)
        : OfficeDocuments.FirstOrDefault(kind =>
            parts.Contains($"{kind.ContentType}.main+xml", StringComparison.Ordinal)) is { } found ? Sniffed.As(found)
        : parts.Contains("template.main+xml", StringComparison.Ordinal) ? Sniffed.Not("media.kind.template")
        : Sniffed.Not("media.kind.archive");

    private static bool HasMacros(ZipArchive archive) => archive.Entries.Any(entry =>
        entry.FullName.StartsWith("Basic/", StringComparison.Ordinal)
            || entry.FullName.StartsWith("Scripts/", StringComparison.Ordinal));

    private static string Manifest(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { Length: <= ManifestLimit } entry)
        {
            return "";
        }

        // The length an archive states may be a lie, so the limit is kept while reading too.
        var buffer = new byte[entry.Length];
        using var stream = entry.Open();
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        using var letters = new StreamReader(new MemoryStream(buffer, 0, read), Encoding.UTF8);
        return letters.ReadToEnd().Trim();
    }
}
