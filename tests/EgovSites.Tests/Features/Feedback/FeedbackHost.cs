using EgovSites.Features.Feedback;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Feedback;

/// <summary>One host for the tests of this folder, with room for many appeals from one address.</summary>
[SetUpFixture]
public sealed class FeedbackHost
{
    private static readonly Lazy<Task<SiteHost>> Running = new(() => SiteHost.StartAsync(replace: WithRoom));

    public static Task<SiteHost> GetAsync() => Running.Value;

    public static void WithRoom(IServiceCollection services) => services.Configure<FeedbackOptions>(options =>
        (options.SendsPerWindow, options.WrongCodesPerWindow, options.AttemptsPerWindow, options.MegabytesPerWindow) =
            (10_000, 10_000, 100_000, 1 << 20));

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Running.IsValueCreated)
        {
            await (await Running.Value).DisposeAsync();
        }
    }
}
