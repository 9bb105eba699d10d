using System.IO.Compression;
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
        await wire.WriteAsync(Packed(context, page), context.RequestAborted);
    }

    // What the cache keeps is packed here, once and well; answers that are not kept go through the faster compression outside.
    private static ReadOnlyMemory<byte> Packed(HttpContext context, MemoryStream page)
    {
        var plain = page.GetBuffer().AsMemory(0, (int)page.Length);
        var headers = context.Response.Headers;
        if (context.Response.StatusCode != StatusCodes.Status200OK || PublicPage.EncodingOf(context.Request) != "br" || headers.CacheControl != Public)
        {
            return plain;
        }

        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        // Pages with a query are many and cheap to ask for: the best level would let anyone burn our time.
        var quality = context.Request.QueryString.HasValue ? 5 : 11;
        if (!BrotliEncoder.TryCompress(plain.Span, packed, out var length, quality, window: 22))
        {
            return plain;
        }

        headers.ContentEncoding = "br";
        headers.ContentLength = length;
        return packed.AsMemory(0, length);
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
