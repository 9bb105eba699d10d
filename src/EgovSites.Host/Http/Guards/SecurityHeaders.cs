using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EgovSites.Host.Http.Guards;

/// <summary>
/// The headers every answer carries: nothing from elsewhere, no inline script, the one inlined stylesheet by its hash.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next, ThemeAssets assets, IOptions<TenancyOptions> tenancy)
{
    private readonly string _policy =
        $"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{assets.CssHash}'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    private const string ThisHost = "max-age=63072000";

    private const string Everywhere = ThisHost + "; includeSubDomains; preload";

    public Task InvokeAsync(HttpContext context)
    {
        Write(context);
        // An exception clears the answer, and the headers with it; what a page made stricter stays.
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, context.Request.IsHttps
            ? _policy + "; upgrade-insecure-requests" : _policy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if (context.Request.IsHttps)
        {
            // The other names below a body's own domain are not ours to bind.
            var isOurs = tenancy.Value.DomainOf(context.Request.Host.Host) is not null;
            headers.TryAdd(HeaderNames.StrictTransportSecurity, isOurs ? Everywhere : ThisHost);
        }
    }
}
