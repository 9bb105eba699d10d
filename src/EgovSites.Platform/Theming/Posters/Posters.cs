using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Views;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace EgovSites.Platform.Theming.Posters;

/// <summary>
/// Makes posters and keeps them beside the site's files; what is lost or was never made is made when it is asked for.
/// </summary>
public sealed class Posters(
    SiteDatabases sites, MediaFolder media, IFileStore files, PosterPainter painter, Words words) : IDisposable
{
    /// <summary>How many requests may wait for their turn to paint; more are told to come again.</summary>
    public const int MostWaiting = 16;

    // A copy of the library's larger than this is a strip nobody can show; pixels.
    private const int MostPixels = 4_000_000;

    private readonly SemaphoreSlim _turn = new(2);
    private int _waiting;

    /// <summary>The site's own poster, for pages that are no item.</summary>
    public Poster OfSite(Tenant tenant, string culture) =>
        Poster.Of(tenant, culture, words.In(culture, "posters.greeting"));

    /// <summary>Where the file lies on this machine, made now if need be; null when too many wait.</summary>
    public async Task<string?> FileAsync(Tenant tenant, Poster poster, CancellationToken cancellation = default)
    {
        var path = Path.Combine(FolderOf(tenant, poster.ItemId), poster.FileName);
        if (await files.BringAsync(path, cancellation))
        {
            return path;
        }

        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _turn.WaitAsync(cancellation);
            try
            {
                return File.Exists(path) ? path : await MakeAsync(tenant, poster, path, cancellation);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Makes the poster of a page that is public, and deletes that of one that is not.</summary>
    public async Task FollowAsync(
        Tenant tenant, string itemId, string culture, CancellationToken cancellation = default)
    {
        if (await PageAsync(tenant, itemId, culture, cancellation) is { } page)
        {
            await FileAsync(tenant, Poster.Of(tenant, page), cancellation);
        }

        // Asked again: it may have been withdrawn while it was painted.
        if (await PageAsync(tenant, itemId, culture, cancellation) is null)
        {
            await ForgetAsync(tenant, itemId, culture, cancellation: cancellation);
        }
    }

    /// <summary>Deletes what was made of an item in one language, but for one file.</summary>
    public async Task ForgetAsync(
        Tenant tenant, string itemId, string culture, string? except = null, CancellationToken cancellation = default)
    {
        foreach (var path in await files.ListAsync(FolderOf(tenant, itemId), cancellation))
        {
            if (Path.GetFileName(path) is var name && name.StartsWith($"{culture}-", StringComparison.Ordinal)
                && name != except)
            {
                await files.DeleteAsync(path, cancellation);
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    private string FolderOf(Tenant tenant, string itemId) => itemId == Poster.OfSite || Ids.IsId(itemId)
        ? Path.Combine(sites.FolderOf(tenant.Id), "posters", itemId)
        : throw new ArgumentException("Only a generated id names a folder.", nameof(itemId));

    // A page under a notice of withdrawal is still a page.
    private async Task<Publication?> PageAsync(
        Tenant tenant, string itemId, string culture, CancellationToken cancellation)
    {
        await using var db = sites.Open(tenant);
        return await db.Set<Publication>().AsNoTracking().IgnoreQueryFilters([Publication.WithoutWithdrawn])
            .SingleOrDefaultAsync(row => row.ItemId == itemId && row.Culture == culture, cancellation);
    }

    private async Task<string> MakeAsync(Tenant tenant, Poster poster, string path, CancellationToken cancellation)
    {
        using var picture = await PictureAsync(tenant, poster.Picture, cancellation);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        // Under another name first: whoever finds the file finds all of it. What a crash takes away is painted again.
        var part = Path.Combine(folder, $"part-{Ids.New()}");
        try
        {
            await File.WriteAllBytesAsync(part, painter.Paint(poster, picture), cancellation);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }

        await files.KeepAsync(path, cancellation);
        await ForgetAsync(tenant, poster.ItemId, poster.Culture, poster.FileName, cancellation);
        return path;
    }

    // Only a copy that the library made itself is ever decoded here, never what somebody sent.
    private async Task<SKBitmap?> PictureAsync(Tenant tenant, PictureView? picture, CancellationToken cancellation)
    {
        if (picture is not { Widths.Count: > 0 })
        {
            return null;
        }

        await using var db = sites.Open(tenant);
        var name = MediaName.Parse(picture.FileFor(PosterPainter.Width))!;
        var file = await db.Set<MediaFile>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == picture.Id && row.BinnedAt == null, cancellation);
        var version = file is null || file.Version == name.Version ? file is null ? null : MediaVersion.Of(file)
            : await db.Set<MediaVersion>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.MediaId == file.Id && row.Number == name.Version, cancellation);
        var path = version is null ? null : await media.FindAsync(file!, version, name.File, cancellation);
        return path is null ? null : Decode(path);
    }

    private static SKBitmap? Decode(string path)
    {
        using var codec = SKCodec.Create(path);
        return codec is not null && (long)codec.Info.Width * codec.Info.Height <= MostPixels ? SKBitmap.Decode(codec)
            : null;
    }
}
