using EgovSites.Platform.Theming.Serving;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;

namespace EgovSites.Host.Http.Guards;

/// <summary>
/// Gives up a public page that takes too long to be made. Files, forms and the back office have no such limit: a slow
/// line may take its time, and the server itself cuts who sends or takes less than 240 bytes a second.
/// </summary>
internal static class PageTimeouts
{
    public static void AddPageTimeouts(this IServiceCollection services)
    {
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>()
            .Configure<IOptions<LimitOptions>>((options, limits) => options.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = TimeSpan.FromSeconds(limits.Value.PageSeconds),
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
                WriteTimeoutResponse = Faults.SayLater,
            });
    }

    public static void UsePageTimeouts(this IApplicationBuilder app) =>
        app.UseWhen(context => IsPage(context.Request), branch => branch.UseRequestTimeouts());

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && SiteRequest.InPath(request.Path) is not null;
}
