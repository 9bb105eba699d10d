namespace EgovSites.Platform.Media;

/// <summary>What a file of the library is, found from its content; width and height in pixels, 0 for documents.</summary>
public sealed record MediaKind(string ContentType, string Extension, int Width = 0, int Height = 0)
{
    private static readonly MediaKind Csv = new("text/csv; charset=utf-8", "csv");

    public bool IsPicture => Width > 0;

    /// <summary>The kind of a seekable stream, or null for anything the library does not take.</summary>
    public static MediaKind? Sniff(Stream content, string fileName) =>
        PictureHeader.Read(content) ?? FileKinds.Detect(content) switch
        {
            // Begins like a picture, yet has no size: broken or worse.
            null or { IsPicture: true } => null,
            var text when text == FileKinds.Text => OfText(Path.GetExtension(fileName)),
            var kind => new MediaKind(kind.ContentType, kind.Extension),
        };

    // All source code is text too. Here alone the name counts: it can only narrow what is taken.
    private static MediaKind? OfText(string extension) =>
        extension.Equals(".csv", StringComparison.OrdinalIgnoreCase) ? Csv
        : extension.Equals(".txt", StringComparison.OrdinalIgnoreCase) ? new MediaKind(FileKinds.Text.ContentType, FileKinds.Text.Extension)
        : null;
}
