using EgovSites.Platform.Localization;
using EgovSites.Platform.Storage;

namespace EgovSites.Platform.Media;

/// <summary>A picture or document of a tenant's library; its bytes lie on disk under its id.</summary>
public sealed class MediaFile : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    /// <summary>The name it came with, shown to people and never used as a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Found from the content, never taken from the sender.</summary>
    public required string ContentType { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Pixels; 0 for documents.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>The widths a smaller copy exists in, ascending, comma-separated.</summary>
    public string Widths { get; set; } = "";

    /// <summary>The name of a picture of the standard's own library, which every site shares; empty for what was uploaded here.</summary>
    public string Shared { get; init; } = "";

    /// <summary>What the picture shows, or a document's title.</summary>
    public Trilingual Alt { get; set; } = Trilingual.Empty;

    public required DateTimeOffset UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    public bool IsPicture => Width > 0;

    public IEnumerable<int> WidthList => Widths.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(width => int.Parse(width, System.Globalization.CultureInfo.InvariantCulture));
}
