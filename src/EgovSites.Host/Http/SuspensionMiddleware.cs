using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Host.Http;

/// <summary>A suspended site, or one under repair, answers 503 with its own page; the back office stays open.</summary>
public sealed class SuspensionMiddleware(RequestDelegate next, SiteDatabases sites)
{
    public Task InvokeAsync(HttpContext context, CurrentTenant current)
    {
        if (!StaysOpen(context.Request.Path) && IsClosed(current.Tenant))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "3600";
            context.Response.Headers.CacheControl = "no-store";
            context.Request.Method = HttpMethods.Get;
            context.Request.Path = "/error/closed";
        }

        return next(context);
    }

    private bool IsClosed(Tenant tenant) => tenant.State == TenantState.Suspended || IsUnderRepair(tenant);

    private bool IsUnderRepair(Tenant tenant)
    {
        try
        {
            return sites.IsClosed(tenant.Id);
        }
        catch (Exception error) when (StoreFaults.MayPass(error))
        {
            // The page itself will meet the same, and say so in the visitor's language.
            return false;
        }
    }

    private static bool StaysOpen(PathString path) =>
        path.StartsWithSegments("/admin", StringComparison.Ordinal)
            || path.StartsWithSegments("/_theme", StringComparison.Ordinal);
}
