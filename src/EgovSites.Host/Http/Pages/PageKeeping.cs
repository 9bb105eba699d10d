using System.IO.Compression;
using System.Security.Cryptography;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using Microsoft.Net.Http.Headers;

namespace EgovSites.Host.Http.Pages;

/// <summary>
/// Gives public pages their ETag and the time others may keep them, and keeps them here; everything else is private
/// unless it says otherwise.
/// </summary>
public sealed class PageKeeping(RequestDelegate next, PageCache cache)
{
    private const string Public = "public, max-age=60, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400";

    public async Task InvokeAsync(HttpContext context, CurrentTenant current)
    {
        if (!PublicPage.IsCacheable(context.Request))
        {
            context.Response.OnStarting(KeepPrivate, context.Response);
            await next(context);
            return;
        }

        // The error page is written under another path; what was asked for decides.
        var key = PublicPage.KeyOf(context.Request);
        var ticket = cache.Begin(CacheTags.Of(current.Tenant));
        await using var page = await WriteAsync(context);
        var body = page.GetBuffer().AsMemory(0, (int)page.Length);
        if (!IsForAll(context.Response))
        {
            PageTurn.GiveBack(context);
            context.Response.Headers.CacheControl = context.Response.Headers.CacheControl is { Count: > 0 } said ? said
                : "no-store";
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
            return;
        }

        await SendAsync(context, Kept(context, body, key, ticket));
    }

    private async Task<MemoryStream> WriteAsync(HttpContext context)
    {
        var wire = context.Response.Body;
        var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
            return page;
        }
        finally
        {
            context.Response.Body = wire;
        }
    }

    private static bool IsForAll(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.Headers.CacheControl.Count == 0
            && response.Headers.SetCookie.Count == 0;

    private PageCache.Page Kept(
        HttpContext context, ReadOnlyMemory<byte> plain, PageCache.Key key, PageCache.Ticket ticket)
    {
        var headers = context.Response.Headers;
        // Weak: the same page leaves in several encodings.
        var etag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(plain.Span))[..20]}\"";
        headers.ETag = etag;
        headers.CacheControl = Public;
        headers.Vary = "Accept-Encoding, Sec-Fetch-Site, Cookie";
        var body = Packed(context, plain);
        var page =
            new PageCache.Page([.. headers.Where(header => header.Key != HeaderNames.ContentLength)], body, etag);
        cache.Keep(key, page, ticket);
        return page;
    }

    private static async Task SendAsync(HttpContext context, PageCache.Page page)
    {
        if (PublicPage.IsConfirmed(context.Request, page.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.Remove(HeaderNames.ContentEncoding);
            return;
        }

        context.Response.ContentLength = page.Body.Length;
        await context.Response.Body.WriteAsync(page.Body, context.RequestAborted);
    }

    // Kept pages are packed once and well; answers that are not kept go through the faster compression outside.
    private static ReadOnlyMemory<byte> Packed(HttpContext context, ReadOnlyMemory<byte> plain)
    {
        if (PublicPage.EncodingOf(context.Request) == "gzip")
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return Gzip(plain);
        }

        // Pages with a query are many and cheap to ask for: the best level would let anyone burn our time.
        var quality = context.Request.QueryString.HasValue ? 5 : 11;
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        if (PublicPage.EncodingOf(context.Request) != "br"
            || !BrotliEncoder.TryCompress(plain.Span, packed, out var length, quality, window: 22))
        {
            return plain.ToArray();
        }

        context.Response.Headers.ContentEncoding = "br";
        return packed.AsMemory(0, length).ToArray();
    }

    private static byte[] Gzip(ReadOnlyMemory<byte> plain)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(plain.Span);
        }

        return target.ToArray();
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
