using EgovSites.Platform.Content;
using EgovSites.Platform.Media;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EgovSites.Platform.Library;

/// <summary>
/// Serves a site's pictures and documents to strangers: what a public page names, and what an open preview shows.
/// </summary>
public static class MediaEndpoint
{
    // What is not public now may be in a minute.
    private const string Hardly = "public, max-age=60";

    public static void MapMedia(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead("/media/{id}/{name}", ServeAsync);
        endpoints.MapRead("/media/preview/{code}/{id}/{name}", PreviewAsync);
    }

    private static async Task<IResult> ServeAsync(
        string id, string name, CurrentTenant current, HttpContext context, CancellationToken cancellation)
    {
        if (!current.IsKnown || !Ids.IsId(id)
            || await context.Find<PublicFiles>().FindAsync(id, cancellation) is not var (file, standing))
        {
            return Results.NotFound();
        }

        if (standing == FileStanding.Public)
        {
            return await context.Find<MediaFiles>().SendAsync(context, file, name, cancellation);
        }

        context.Response.Headers.CacheControl = Hardly;
        return standing == FileStanding.Withdrawn ? Results.StatusCode(StatusCodes.Status410Gone) : Results.NotFound();
    }

    private static async Task<IResult> PreviewAsync(
        string code, string id, string name, CurrentTenant current, HttpContext context,
        CancellationToken cancellation) =>
        current.IsKnown && Ids.IsId(id)
            && await context.Find<PreviewFiles>().FindAsync(code, id, cancellation) is { } file
            ? await context.Find<MediaFiles>().SendPrivatelyAsync(context, file, name, cancellation)
            : Results.NotFound();

    // Not as parameters: on a host of no site there is no database to open.
    private static T Find<T>(this HttpContext context) where T : notnull =>
        (T)context.RequestServices.GetService(typeof(T))!;
}
