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

/// <summary>Serves a tenant's pictures and documents; a name never changes its content, so it may be kept for a year.</summary>
public static class MediaEndpoint
{
    private const string CacheControl = "public, max-age=31536000, immutable";

    public static IEndpointConventionBuilder MapMedia(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/media/{id}/{name}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    private static async Task<IResult> ServeAsync(string id, string name, CurrentTenant current, MediaFolder folders, HttpContext context, CancellationToken cancellation)
    {
        if (!current.IsKnown || !Ids.IsId(id))
        {
            return Results.NotFound();
        }

        var db = context.RequestServices.GetRequiredService<SiteDbContext>();
        var media = await db.Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, cancellation);
        if (media is null || folders.FileOf(media, name) is not { } file || !File.Exists(file))
        {
            return Results.NotFound();
        }

        WriteHeaders(context.Response.Headers, media, name);
        return Results.File(
            file,
            name == MediaFolder.Original ? media.ContentType : "image/webp",
            lastModified: media.UploadedAt,
            entityTag: new EntityTagHeaderValue($"\"{id}-{name}\""),
            enableRangeProcessing: true);
    }

    // What people uploaded shares the site's origin: the sandbox keeps it from ever acting as a page of it.
    private static void WriteHeaders(IHeaderDictionary headers, MediaFile media, string name)
    {
        var disposition = new ContentDispositionHeaderValue(media.IsPicture ? "inline" : "attachment");
        disposition.SetHttpFileName(name == MediaFolder.Original ? media.FileName : name);
        headers.ContentDisposition = disposition.ToString();
        headers.CacheControl = CacheControl;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
    }
}
