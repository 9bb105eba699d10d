using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace EgovSites.Platform.Media;

/// <summary>Serves a tenant's pictures and documents; of a document only the newest version. A picture's names, but for <c>original</c>, never change their content.</summary>
public static class MediaEndpoint
{
    private const string Forever = "public, max-age=31536000, immutable";

    // The address of what the file is now: a replacement shows within minutes.
    private const string Briefly = "public, max-age=300";

    public static IEndpointConventionBuilder MapMedia(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/media/{id}/{name}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    private static async Task<IResult> ServeAsync(string id, string name, CurrentTenant current, MediaFolder folders, HttpContext context, CancellationToken cancellation)
    {
        if (!current.IsKnown || !Ids.IsId(id))
        {
            return Results.NotFound();
        }

        var db = context.RequestServices.GetRequiredService<SiteDbContext>();
        var media = await db.Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.BinnedAt == null, cancellation);
        if (media is null || await FindAsync(db, media, name, cancellation) is not var (wanted, version))
        {
            return Results.NotFound();
        }

        // Pages may still mention a picture's older version; a document is replaced because it should not be read any more.
        if (!media.IsPicture && version.Number != media.Version)
        {
            context.Response.Headers.CacheControl = Briefly;
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        if (await folders.FindAsync(media, version, wanted.File, cancellation) is not { } path)
        {
            return Results.NotFound();
        }

        WriteHeaders(context.Response.Headers, version, wanted);
        return Results.File(
            path,
            wanted.IsOriginal ? version.ContentType : wanted.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{id}-{MediaName.Of(version.Number, wanted.File)}\""),
            enableRangeProcessing: true);
    }

    // A document's own name stands for it too, so that its address can be read.
    private static async Task<(MediaName Name, MediaVersion Version)?> FindAsync(SiteDbContext db, MediaFile media, string name, CancellationToken cancellation)
    {
        var wanted = MediaName.Parse(name) ?? (name == media.FileName ? new MediaName(0, MediaFolder.Original) : null);
        var number = wanted is null or { IsNewest: true } ? media.Version : wanted.Version;
        var version = wanted is not null && number == media.Version
            ? MediaVersion.Of(media)
            : await db.Set<MediaVersion>().AsNoTracking().FirstOrDefaultAsync(
                row => row.MediaId == media.Id && (wanted == null ? row.FileName == name : row.Number == number), cancellation);
        return version is null ? null
            : wanted is null ? (new MediaName(0, MediaFolder.Original), MediaVersion.Of(media))
            : (wanted, version);
    }

    // What people uploaded shares the site's origin: the sandbox keeps it from ever acting as a page of it.
    private static void WriteHeaders(IHeaderDictionary headers, MediaVersion version, MediaName wanted)
    {
        var disposition = new ContentDispositionHeaderValue(version.IsPicture ? "inline" : "attachment");
        disposition.SetHttpFileName(wanted.IsOriginal ? version.FileName : wanted.File);
        headers.ContentDisposition = disposition.ToString();
        headers.CacheControl = wanted.IsNewest || !version.IsPicture ? Briefly : Forever;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
    }
}
