using EgovSites.Features.Aggregation;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Host.Http;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: it can read its central database and knows its portal.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

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

        var hosts = services.GetRequiredService<IDbContextFactory<HostDbContext>>();
        try
        {
            // On a thread of its own: a store that hangs must not hold the answer.
            return await Task.Run(() => CanConnectAsync(hosts)).WaitAsync(Patience, context.RequestAborted);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<bool> CanConnectAsync(IDbContextFactory<HostDbContext> hosts)
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var db = await hosts.CreateDbContextAsync(limit.Token);
        return await db.Database.CanConnectAsync(limit.Token);
    }

    // One closed site takes no machine out of service; whoever watches reads which it is.
    private static string ClosedSites(HttpContext context)
    {
        var directory = context.RequestServices.GetRequiredService<TenantDirectory>();
        var closed = context.RequestServices.GetRequiredService<SiteDatabases>().Closed.Keys
            .Select(id => directory.ById(id)?.Slug).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return closed.Count == 0 ? "" : $"\nclosed for repair: {string.Join(", ", closed)}";
    }

    private static string Headlines(HttpContext context) =>
        context.RequestServices.GetRequiredService<HeadlineReconciler>().Astray is > 0 and var count ? $"\nheadlines astray: {count}" : "";

    private static string Clock(HttpContext context) => context.RequestServices.GetRequiredService<ClockGuard>().IsTrusted
        ? "" : "\nclock not believed: nothing is deleted by age until 'egov clock confirm'";

    private static Task Answer(HttpContext context, bool good)
    {
        context.Response.StatusCode = good ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(good ? "ok" + ClosedSites(context) + Clock(context) + Headlines(context) : "not ready", context.RequestAborted);
    }
}
