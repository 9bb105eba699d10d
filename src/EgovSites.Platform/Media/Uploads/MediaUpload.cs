using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Media.Uploads;

/// <summary>A file that arrives in pieces; those that came lie on disk, and their length says where to go on.</summary>
public sealed class MediaUpload : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    /// <summary>Who began it; nobody else may go on.</summary>
    public required string EditorId { get; init; }

    public required string FileName { get; init; }

    public required string Folder { get; init; }

    /// <summary>Bytes the whole file will have.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}
