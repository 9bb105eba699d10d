using System.Globalization;
using System.Text;

namespace EgovSites.Platform.Media;

/// <summary>Reads the words of a document, so that search finds what stands in a file and an editor learns when nothing does.</summary>
public sealed class DocumentText(string program, TimeSpan patience) : IDisposable
{
    /// <summary>Characters that are read of one document.</summary>
    public const int MaxLength = 200_000;

    private const int MaxSlides = 1000;

    private static readonly string[] Slides = [.. Enumerable.Range(1, MaxSlides).Select(number => string.Create(CultureInfo.InvariantCulture, $"ppt/slides/slide{number}.xml"))];

    private readonly PdfText _pdf = new(program, patience);

    public DocumentText() : this("pdftotext", TimeSpan.FromSeconds(10))
    {
    }

    /// <summary>Whether this machine reads PDF (Debian package poppler-utils).</summary>
    public bool ReadsPdf => _pdf.IsAvailable;

    /// <summary>The words as they stand; null for what has none to read, is damaged or takes too long.</summary>
    public async Task<string?> ReadAsync(string file, string contentType, CancellationToken cancellation = default) =>
        contentType == FileKinds.Pdf.ContentType ? ReadsPdf ? await _pdf.ReadAsync(file, MaxLength, cancellation) : null
        : contentType == FileKinds.Docx.ContentType ? await OfficeAsync(file, true, cancellation, "word/document.xml", "word/footnotes.xml")
        : contentType == FileKinds.Xlsx.ContentType ? await OfficeAsync(file, true, cancellation, "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
        : contentType == FileKinds.Pptx.ContentType ? await OfficeAsync(file, true, cancellation, Slides)
        : contentType == FileKinds.Odt.ContentType || contentType == FileKinds.Odp.ContentType ? await OfficeAsync(file, false, cancellation, "content.xml")
        : contentType.StartsWith("text/", StringComparison.Ordinal) ? await PlainAsync(file, cancellation)
        : null;

    public void Dispose() => _pdf.Dispose();

    private static Task<string?> OfficeAsync(string file, bool isOnlyRuns, CancellationToken cancellation, params string[] parts) =>
        Task.Run(() => OfficeText.Read(file, MaxLength, isOnlyRuns, parts), cancellation);

    private static async Task<string?> PlainAsync(string file, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        var buffer = new char[MaxLength];
        return new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellation));
    }
}
