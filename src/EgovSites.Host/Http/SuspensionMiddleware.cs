using EgovSites.Platform.Tenancy;

namespace EgovSites.Host.Http;

/// <summary>A suspended site answers 503 with its own page; the back office stays open.</summary>
public sealed class SuspensionMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentTenant current)
    {
        if (current.Tenant.State == TenantState.Suspended && !StaysOpen(context.Request.Path))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "3600";
            context.Response.Headers.CacheControl = "no-store";
            context.Request.Method = HttpMethods.Get;
            context.Request.Path = "/error/suspended";
        }

        return next(context);
    }

    private static bool StaysOpen(PathString path) =>
        path.StartsWithSegments("/admin", StringComparison.Ordinal) || path.StartsWithSegments("/_theme", StringComparison.Ordinal);
}
