namespace EgovSites.Platform.Media.Kinds;

/// <summary>Every kind of file the platform takes, from editors and citizens alike.</summary>
public static class FileKinds
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string Open = "application/vnd.oasis.opendocument.";

    public static FileKind Pdf { get; } = new("pdf", "application/pdf");

    public static FileKind Jpeg { get; } = new("jpg", "image/jpeg");

    public static FileKind Png { get; } = new("png", "image/png");

    public static FileKind Webp { get; } = new("webp", "image/webp");

    public static FileKind Gif { get; } = new("gif", "image/gif");

    public static FileKind Docx { get; } = new("docx", $"{Office}wordprocessingml.document");

    public static FileKind Xlsx { get; } = new("xlsx", $"{Office}spreadsheetml.sheet");

    public static FileKind Pptx { get; } = new("pptx", $"{Office}presentationml.presentation");

    public static FileKind Odt { get; } = new("odt", $"{Open}text");

    public static FileKind Ods { get; } = new("ods", $"{Open}spreadsheet");

    public static FileKind Odp { get; } = new("odp", $"{Open}presentation");

    public static FileKind Text { get; } = new("txt", "text/plain; charset=utf-8");

    public static FileKind Csv { get; } = new("csv", "text/csv; charset=utf-8");
}
