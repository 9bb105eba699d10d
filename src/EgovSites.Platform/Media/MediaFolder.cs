using System.Globalization;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Platform.Media;

/// <summary>
/// Where a tenant's pictures and documents lie: a folder for each, named by its generated id; pictures of the standard
/// lie with it.
/// </summary>
public sealed class MediaFolder(SiteDatabases sites, SharedPictures shared, IFileStore store)
{
    public string Of(string tenantId, string mediaId) => Ids.IsId(mediaId)
        ? Path.Combine(sites.FolderOf(tenantId), "media", mediaId)
        : throw new ArgumentException("Only a generated id names a folder.", nameof(mediaId));

    /// <summary>The folder of one version: the first lies at the top, later ones below it.</summary>
    public string Of(string tenantId, string mediaId, int version) => version == 1
        ? Of(tenantId, mediaId)
        : Path.Combine(Of(tenantId, mediaId), string.Create(CultureInfo.InvariantCulture, $"v{version}"));

    /// <summary>The picture or document itself, brought to this machine; null when it is lost.</summary>
    public Task<string?> OriginalAsync(MediaFile media, CancellationToken cancellation = default) =>
        FindAsync(media, MediaVersion.Of(media), MediaName.Original, cancellation);

    /// <summary>
    /// The file a public name stands for, brought to this machine, or null: the original and the copies that were made,
    /// nothing else, and nothing empty.
    /// </summary>
    public async Task<string?> FindAsync(
        MediaFile media, MediaVersion version, string file, CancellationToken cancellation = default) =>
        PlaceOf(media, version, file) is { } path && await store.BringAsync(path, cancellation)
            && new FileInfo(path).Length > 0 ? path : null;

    /// <summary>
    /// Where such a file has its place on this machine, whether or not it lies there; null for a name the standard's
    /// library does not have.
    /// </summary>
    public string? PlaceOf(MediaFile media, MediaVersion version, string file)
    {
        if (media.Shared.Length > 0 && version.Number == 1)
        {
            return shared.FileOf(media.Shared, file);
        }

        // The name was matched letter by letter, so that it cannot lead out of the folder.
        var name = file == MediaName.Original ? $"{MediaName.Original}.{ExtensionOf(version.ContentType)}" : file;
        return Path.Combine(Of(media.TenantId, media.Id, version.Number), name);
    }

    /// <summary>Where the pieces of unfinished uploads wait.</summary>
    public string UploadOf(string tenantId, string uploadId) => Ids.IsId(uploadId)
        ? Path.Combine(sites.FolderOf(tenantId), "uploads", uploadId)
        : throw new ArgumentException("Only a generated id names a file.", nameof(uploadId));

    internal static string ExtensionOf(string contentType) => contentType switch
    {
        "image/jpeg" => "jpg",
        "image/png" or "image/gif" or "image/webp" => contentType["image/".Length..],
        _ => "bin",
    };
}
