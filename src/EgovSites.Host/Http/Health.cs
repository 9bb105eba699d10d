using System.Net;
using EgovSites.Features.Aggregation;
using EgovSites.Features.Feedback.Attachments;
using EgovSites.Host.Http.Guards;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Host.Http;

/// <summary>
/// <c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: it can read its central database and knows its
/// portal.
/// </summary>
internal static class Health
{
    public const string Section = "Health";

    public static void AddHealth(this IServiceCollection services) => services.AddSingleton<Readiness>();

    public static void UseHealth(this IApplicationBuilder app)
    {
        var networks = app.ApplicationServices.GetRequiredService<IConfiguration>().GetSection($"{Section}:Networks")
            .Get<string[]>() ?? [];
        var watchers = networks.Select(network => System.Net.IPNetwork.Parse(network)).ToList();
        app.Map("/healthz/live", live => live.UseMiddleware<SecurityHeaders>()
            .Run(context => Answer(context, true, "")));
        app.Map("/healthz/ready", ready => ready.UseMiddleware<SecurityHeaders>().Run(async context =>
        {
            var good = await context.RequestServices.GetRequiredService<Readiness>().AskAsync();
            await Answer(context, good, good && IsWatcher(context.Connection.RemoteIpAddress, watchers)
                ? Details(context) : "");
        }));
    }

    // Strangers learn that it runs and nothing more.
    private static bool IsWatcher(IPAddress? asker, IEnumerable<System.Net.IPNetwork> watchers) =>
        asker is not null && (IPAddress.IsLoopback(asker) || watchers.Any(network => network.Contains(asker)));

    private static string Details(HttpContext context) =>
        ClosedSites(context) + Clock(context) + Headlines(context) + Attachments(context);

    // One closed site takes no machine out of service; whoever watches reads which it is.
    private static string ClosedSites(HttpContext context)
    {
        var directory = context.RequestServices.GetRequiredService<TenantDirectory>();
        var closed = context.RequestServices.GetRequiredService<SiteDatabases>().Closed.Keys
            .Select(id => directory.ById(id)?.Slug).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return closed.Count == 0 ? "" : $"\nclosed for repair: {string.Join(", ", closed)}";
    }

    private static string Headlines(HttpContext context) =>
        context.RequestServices.GetRequiredService<HeadlineReconciler>().Astray is > 0 and var count
            ? $"\nheadlines astray: {count}" : "";

    private static string Attachments(HttpContext context)
    {
        var filling = context.RequestServices.GetRequiredService<AttachmentQuota>().Filling;
        return filling.Count == 0 ? ""
            : $"\nroom for the files of appeals: {string.Join(", ", filling.Select(one => $"{one.Tenant.Slug} {one.Percent} %"))}";
    }

    private static string Clock(HttpContext context) =>
        context.RequestServices.GetRequiredService<ClockGuard>().IsTrusted
        ? "" : "\nclock not believed: nothing is deleted by age until 'egov clock confirm'";

    private static Task Answer(HttpContext context, bool good, string details)
    {
        context.Response.StatusCode = good ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(good ? "ok" + details : "not ready", context.RequestAborted);
    }
}
