using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Media;

/// <summary>
/// One of the files that stood, or stands, under a library file's address; kept from the first replacement on.
/// </summary>
public sealed class MediaVersion : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string MediaId { get; init; }

    public required int Number { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public required long Bytes { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public required string Widths { get; init; }

    public string CopyBytes { get; init; } = "";

    public required string Formats { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public bool IsPicture => Width > 0;

    internal static MediaVersion Of(MediaFile file) => new()
    {
        MediaId = file.Id,
        Number = file.Version,
        FileName = file.FileName,
        ContentType = file.ContentType,
        Bytes = file.Bytes,
        Width = file.Width,
        Height = file.Height,
        Widths = file.Widths,
        CopyBytes = file.CopyBytes,
        Formats = file.Formats,
        At = file.UploadedAt,
        By = file.UploadedBy,
    };

    /// <summary>Lets the file's address stand for this version.</summary>
    internal void PutInto(MediaFile file)
    {
        (file.Version, file.FileName, file.ContentType, file.Bytes) = (Number, FileName, ContentType, Bytes);
        (file.Width, file.Height, file.Widths, file.CopyBytes, file.Formats, file.Card) =
            (Width, Height, Widths, CopyBytes, Formats, "");
        file.ConvertedFrom = "";
    }
}
