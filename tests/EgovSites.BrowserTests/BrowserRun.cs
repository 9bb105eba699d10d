using EgovSites.Tests.Hosting;
using Microsoft.Playwright;

[assembly: NonParallelizable]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

namespace EgovSites.BrowserTests;

/// <summary>One host with the portal and five agencies, and one browser, for the whole run.</summary>
[SetUpFixture]
public sealed class BrowserRun
{
    public const string Agency = SiteHost.Agency;
    public const string OtherAgency = SiteHost.OtherAgency;
    public const string PicturedAgency = "health";

    // Of all names in agencies.csv these two are the longest.
    public const string LongestInRussian = "industrial-safety";
    public const string LongestInEnglish = "religion";

    private const string Chromium = "/usr/bin/chromium";

    // The first six make it run as root and without a network; the last keeps fonts alike on every machine.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
    ];

    private static IPlaywright? _driver;
    private static IBrowser? _browser;
    private static SiteHost? _host;

    public static IBrowser Browser => _browser!;

    public static SiteHost Host => _host!;

    [OneTimeSetUp]
    public static async Task Start()
    {
        _host = await SiteHost.StartAsync(
            $"{Agency},{OtherAgency},{PicturedAgency},{LongestInRussian},{LongestInEnglish}", isRealTime: true);
        await _host.HandOverAsync();
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    [OneTimeTearDown]
    public static async Task Stop()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _driver?.Dispose();
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
