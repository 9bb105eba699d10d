namespace EgovSites.Platform.Media.Kinds;

/// <summary>
/// Knows a PDF with something before its beginning: mail programs and scanners put marks, blanks and whole lines there.
/// </summary>
internal static class PdfStart
{
    private const int TailLength = 2048;

    /// <summary>
    /// Whether it begins within these first bytes, and ends like one: a text may well speak of <c>%PDF-</c>.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<byte> head, Stream content) =>
        head.IndexOf("%PDF-"u8) >= 0 && EndsLikeOne(content);

    private static bool EndsLikeOne(Stream content)
    {
        content.Position = Math.Max(0, content.Length - TailLength);
        Span<byte> tail = stackalloc byte[TailLength];
        tail = tail[..content.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false)];
        return tail.IndexOf("startxref"u8) >= 0;
    }
}
