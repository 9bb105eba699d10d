namespace EgovSites.Platform.Media;

/// <summary>What a file is, found from its content; width and height in pixels, 0 for documents.</summary>
public sealed record MediaKind(string ContentType, string Extension, int Width = 0, int Height = 0)
{
    public bool IsPicture => Width > 0;

    /// <summary>The kind of a stream, read from its start; null for anything the library does not take.</summary>
    public static MediaKind? Sniff(Stream content, string fileName) =>
        PictureHeader.Read(content) ?? DocumentKinds.Sniff(content, fileName);
}
