using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EgovSites.Tests.Platform.Storage.Sites;

public class SiteDatabasesTests
{
    [TestCase("")]
    [TestCase("Host=127.0.0.1;Port=1;Database=nowhere")]
    public async Task A_tenant_nobody_asks_for_is_forgotten_and_one_that_is_asked_for_stays(string database)
    {
        var host = await SharedHost.GetAsync();
        var clock = new HandClock();
        var options = Options.Create(new StorageOptions { DataFolder = "nowhere", Database = database });
        var sites = new SiteDatabases(options, host.Services.GetRequiredService<StorageModel>(), new WriterGate(options), clock);
        await using (sites.Open("a"))
        await using (sites.Open("b"))
        {
            clock.Pass(TimeSpan.FromSeconds(50));
        }

        await using (sites.Open("b"))
        {
            clock.Pass(TimeSpan.FromSeconds(20));
            sites.CloseIdle();
        }

        var awake = sites.AwakeCount;
        clock.Pass(TimeSpan.FromSeconds(61));
        sites.CloseIdle();

        Assert.That((awake, sites.AwakeCount), Is.EqualTo((1, 0)));
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan by) => _ticks += by.Ticks;
    }
}
