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
        var sites = new SiteDatabases(
            options, host.Services.GetRequiredService<StorageModel>(), new WriterGate(options), clock);
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

    [Test]
    public async Task A_store_that_cannot_be_looked_at_just_now_is_looked_at_again_and_a_damaged_one_stays_closed()
    {
        var host = await SharedHost.GetAsync();
        var options = Options.Create(new StorageOptions { DataFolder = "nowhere" });
        var sites = new SiteDatabases(
            options, host.Services.GetRequiredService<StorageModel>(), new WriterGate(options), TimeProvider.System);
        var looks = new List<string>();
        sites.FirstLook = id =>
        {
            looks.Add(id);
            return looks.Count == 1 ? throw new IOException("Too many open files") : id == "damaged" ? "It is damaged."
                : null;
        };

        Assert.That(() => sites.Open("sound"), Throws.TypeOf<IOException>());
        await sites.Open("sound").DisposeAsync();
        await sites.Open("sound").DisposeAsync();
        Assert.That(() => sites.Open("damaged"), Throws.TypeOf<SiteClosedException>());
        Assert.That(() => sites.Open("damaged"), Throws.TypeOf<SiteClosedException>());
        Assert.That(looks, Is.EqualTo(["sound", "sound", "damaged"]));
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan by) => _ticks += by.Ticks;
    }
}
