namespace EgovSites.Tests.Hosting;

/// <summary>The one host that tests share when they only read, or write things of their own.</summary>
public static class SharedHost
{
    private static readonly Lazy<Task<SiteHost>> Running = new(() => SiteHost.StartAsync());

    public static Task<SiteHost> GetAsync() => Running.Value;

    public static async Task StopAsync()
    {
        if (Running.IsValueCreated)
        {
            await (await Running.Value).DisposeAsync();
        }
    }
}
