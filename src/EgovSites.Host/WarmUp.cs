using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Host;

/// <summary>
/// Makes on another processor, while the stores are opened, what the first request would have to wait for.
/// </summary>
internal static class WarmUp
{
    public static Task RunAsync(WebApplication app) => Task.Run(() =>
    {
        app.Services.GetRequiredService<SiteDatabases>().Prepare();
        _ = ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count);
        _ = app.Services.GetRequiredService<Standards>().Newest;
    });
}
