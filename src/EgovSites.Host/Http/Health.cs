using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Host.Http;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: it can read its central database and knows its portal.</summary>
internal static class Health
{
    public static void UseHealth(this IApplicationBuilder app)
    {
        app.Map("/healthz/live", live => live.Run(context => Answer(context, true)));
        app.Map("/healthz/ready", ready => ready.Run(async context => await Answer(context, await IsReadyAsync(context))));
    }

    private static async Task<bool> IsReadyAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<TenantDirectory>().Portal is null)
        {
            return false;
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<HostDbContext>>().CreateDbContextAsync(context.RequestAborted);
        return await db.Database.CanConnectAsync(context.RequestAborted);
    }

    // One closed site takes no machine out of service; whoever watches reads which it is.
    private static string ClosedSites(HttpContext context)
    {
        var directory = context.RequestServices.GetRequiredService<TenantDirectory>();
        var closed = context.RequestServices.GetRequiredService<SiteDatabases>().Closed.Keys
            .Select(id => directory.ById(id)?.Slug).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return closed.Count == 0 ? "" : $"\nclosed for repair: {string.Join(", ", closed)}";
    }

    private static Task Answer(HttpContext context, bool good)
    {
        context.Response.StatusCode = good ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(good ? "ok" + ClosedSites(context) : "not ready", context.RequestAborted);
    }
}
