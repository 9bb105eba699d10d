using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace EgovSites.Platform.Media;

/// <summary>
/// Finds which version and copy of a library file a name stands for, and sends it. Who may have it was asked before.
/// </summary>
public sealed class MediaFiles(SiteDbContext db, MediaFolder folders)
{
    /// <summary>
    /// For whoever sees the page that shows it. Only browsers keep a picture for a day: a shared cache keeps none
    /// longer than pages, so that what is withdrawn is soon gone from there as well.
    /// </summary>
    private const string ByDay = "public, max-age=86400, s-maxage=300";

    // The address of what the file is now: a replacement shows within minutes.
    private const string Briefly = "public, max-age=300";

    private const string Never = "no-store";

    /// <summary>To visitors; of a document only the newest version.</summary>
    public async Task<IResult> SendAsync(
        HttpContext context, MediaFile media, string name, CancellationToken cancellation = default)
    {
        if (await FindAsync(media, name, cancellation) is not var (wanted, version))
        {
            return Results.NotFound();
        }

        // Pages may still mention a picture's older version; a document is replaced because it should not be read any
        // more.
        if (!media.IsPicture && version.Number != media.Version)
        {
            context.Response.Headers.CacheControl = Briefly;
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        var keeping = wanted.IsNewest || !version.IsPicture ? Briefly : ByDay;
        return await SendAsync(context, media, wanted, version, keeping, cancellation);
    }

    /// <summary>To those who write the site, and to readers of a preview; nobody keeps it.</summary>
    public async Task<IResult> SendPrivatelyAsync(
        HttpContext context, MediaFile media, string name, CancellationToken cancellation = default) =>
        await FindAsync(media, name, cancellation) is var (wanted, version)
            ? await SendAsync(context, media, wanted, version, Never, cancellation)
            : Results.NotFound();

    private async Task<IResult> SendAsync(
        HttpContext context, MediaFile media, MediaName wanted, MediaVersion version, string keeping,
        CancellationToken cancellation)
    {
        if (await folders.FindAsync(media, version, wanted.File, cancellation) is not { } path)
        {
            return Results.NotFound();
        }

        WriteHeaders(context.Response.Headers, version, wanted, keeping);
        return Results.File(
            path,
            wanted.IsOriginal ? version.ContentType : wanted.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{media.Id}-{MediaName.Of(version.Number, wanted.File)}\""),
            enableRangeProcessing: true);
    }

    // A document's own name stands for it too, so that its address can be read.
    private async Task<(MediaName Name, MediaVersion Version)?> FindAsync(
        MediaFile media, string name, CancellationToken cancellation)
    {
        var wanted = MediaName.Parse(name) ?? (name == media.FileName ? new MediaName(0, MediaName.Original) : null);
        var number = wanted is null or { IsNewest: true } ? media.Version : wanted.Version;
        var version = wanted is not null && number == media.Version
            ? MediaVersion.Of(media)
            : await db.Set<MediaVersion>().AsNoTracking().FirstOrDefaultAsync(
                row => row.MediaId == media.Id
                    && (wanted == null ? row.FileName == name : row.Number == number), cancellation);
        return version is null ? null
            : wanted is null ? (new MediaName(0, MediaName.Original), MediaVersion.Of(media))
            : (wanted, version);
    }

    // What people uploaded shares the site's origin: the sandbox keeps it from ever acting as a page of it.
    private static void WriteHeaders(IHeaderDictionary headers, MediaVersion version, MediaName wanted, string keeping)
    {
        var disposition = new ContentDispositionHeaderValue(version.IsPicture ? "inline" : "attachment");
        disposition.SetHttpFileName(wanted.IsOriginal ? version.FileName : wanted.File);
        headers.ContentDisposition = disposition.ToString();
        headers.CacheControl = keeping;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
    }
}
