using System.Globalization;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;

namespace EgovSites.Platform.Media;

/// <summary>Where a tenant's pictures and documents lie: a folder for each, named by its generated id; pictures of the standard lie with it.</summary>
public sealed class MediaFolder(SiteDatabases sites, SharedPictures shared)
{
    public const string Original = "original";

    public string Of(string tenantId, string mediaId) => Ids.IsId(mediaId)
        ? Path.Combine(sites.FolderOf(tenantId), "media", mediaId)
        : throw new ArgumentException("Only a generated id names a folder.", nameof(mediaId));

    /// <summary>The file a public name stands for, or null: <c>original</c> and the widths that were made, nothing else.</summary>
    public string? FileOf(MediaFile media, string name)
    {
        if (media.Shared.Length > 0)
        {
            return shared.FileOf(media.Shared, name);
        }

        var folder = Of(media.TenantId, media.Id);
        return name == Original
            ? Path.Combine(folder, $"{Original}.{ExtensionOf(media.ContentType)}")
            : media.WidthList.Select(width => string.Create(CultureInfo.InvariantCulture, $"{width}.webp")).FirstOrDefault(made => made == name) is { } copy
                ? Path.Combine(folder, copy)
                : null;
    }

    internal static string ExtensionOf(string contentType) => contentType switch
    {
        "image/jpeg" => "jpg",
        "image/png" or "image/gif" or "image/webp" => contentType["image/".Length..],
        _ => "bin",
    };
}
