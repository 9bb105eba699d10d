using EgovSites.Platform;
using EgovSites.Platform.Theming.Serving;

namespace EgovSites.Host.Http.Pages;

/// <summary>
/// Serves the theme's files from memory, compressed once, kept for a year because their names carry their content.
/// </summary>
internal static class ThemeFiles
{
    public static void MapThemeFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead(ThemeAssets.Prefix
            + "{name}", (string name, HttpContext context, ThemeAssets assets) =>
                Send(context, assets.Find(ThemeAssets.Prefix + name)));
        endpoints.MapRead("/favicon.ico", (HttpContext context, ThemeAssets assets) =>
            Send(context, assets.Find(assets.PathOf("favicon.svg"))));
    }

    private static async Task Send(HttpContext context, ThemeAssets.Asset? asset)
    {
        if (asset is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var compressed = PublicPage.EncodingOf(context.Request) == "br";
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.ETag = asset.ETag;
        headers.Vary = "Accept-Encoding";
        context.Response.ContentType = asset.ContentType;
        if (compressed)
        {
            headers.ContentEncoding = "br";
        }

        var body = compressed ? asset.Brotli : asset.Body;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
