using EgovSites.Platform.Theming;

namespace EgovSites.Host.Http;

/// <summary>The headers every answer carries: nothing from elsewhere, no inline script, the one inlined stylesheet by its hash.</summary>
public sealed class SecurityHeaders(RequestDelegate next, ThemeAssets assets)
{
    private readonly string _policy =
        $"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{assets.CssHash}'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.IsHttps ? _policy + "; upgrade-insecure-requests" : _policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains; preload";
        }

        return next(context);
    }
}
