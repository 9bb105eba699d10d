using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace EgovSites.Host.Http;

/// <summary>Gives public pages their ETag and the time others may keep them; everything else is private unless it says otherwise.</summary>
public sealed class PageValidators(RequestDelegate next)
{
    private const string Public = "public, max-age=60, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!PublicPage.IsCacheable(context.Request))
        {
            context.Response.OnStarting(KeepPrivate, context.Response);
            await next(context);
            return;
        }

        var wire = context.Response.Body;
        await using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        Mark(context, page);
        if (context.Response.StatusCode != StatusCodes.Status304NotModified)
        {
            page.Position = 0;
            await page.CopyToAsync(wire, context.RequestAborted);
        }
    }

    private static void Mark(HttpContext context, MemoryStream page)
    {
        var headers = context.Response.Headers;
        if (context.Response.StatusCode != StatusCodes.Status200OK || headers.CacheControl.Count > 0)
        {
            headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : "no-store";
            return;
        }

        // Weak: the same page leaves in several encodings.
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)))[..20]}\"", isWeak: true);
        headers.ETag = etag.ToString();
        headers.CacheControl = Public;
        headers.Append(HeaderNames.Vary, "Accept-Encoding, Sec-Fetch-Site, Cookie");
    }

    private static Task KeepPrivate(object state)
    {
        var response = (HttpResponse)state;
        if (response.Headers.CacheControl.Count == 0 || response.Headers.SetCookie.Count > 0)
        {
            response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
