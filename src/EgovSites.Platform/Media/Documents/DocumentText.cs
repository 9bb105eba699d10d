using System.Text;
using EgovSites.Platform.Media.Children;
using EgovSites.Platform.Media.Kinds;

namespace EgovSites.Platform.Media.Documents;

/// <summary>
/// Reads the words of a document, so that search finds what stands in a file and an editor learns when nothing does.
/// </summary>
public sealed class DocumentText(ChildProgram program, ChildLimits limits) : IDisposable
{
    /// <summary>Characters that are read of one document.</summary>
    public const int MaxLength = 200_000;

    private readonly PdfText _pdf = new(program, limits);

    public DocumentText(ChildProgram program) : this(program, ChildLimits.OfDocuments)
    {
    }

    /// <summary>The words as they stand; null for what has none to read, is damaged or takes too long.</summary>
    public async Task<string?> ReadAsync(string file, string contentType, CancellationToken cancellation = default) =>
        contentType == FileKinds.Pdf.ContentType ? await _pdf.ReadAsync(file, MaxLength, cancellation)
        : contentType == FileKinds.Docx.ContentType
        ? await OfficeAsync(file, true, cancellation, "word/document", "word/footnotes", "word/endnotes")
        : contentType == FileKinds.Xlsx.ContentType
        ? await OfficeAsync(file, true, cancellation, "xl/sharedStrings", "xl/worksheets/sheet")
        : contentType == FileKinds.Pptx.ContentType ? await OfficeAsync(file, true, cancellation, "ppt/slides/slide")
        : contentType == FileKinds.Odt.ContentType || contentType == FileKinds.Ods.ContentType
            || contentType == FileKinds.Odp.ContentType ? await OfficeAsync(file, false, cancellation, "content")
        : contentType.StartsWith("text/", StringComparison.Ordinal) ? await PlainAsync(file, cancellation)
        : null;

    public void Dispose() => _pdf.Dispose();

    // What a reader sees: not the notes of a speaker, nor the remarks of those who wrote it.
    private static Task<string?> OfficeAsync(
        string file, bool isOnlyRuns, CancellationToken cancellation, params string[] stems) =>
        Task.Run(() => OfficeText.Read(file, MaxLength, isOnlyRuns, stems), cancellation);

    private static async Task<string?> PlainAsync(string file, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        var buffer = new char[MaxLength];
        return new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellation));
    }
}
