using System.Net;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using EgovSites.Platform.Theming.OtherHosts;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EgovSites.Tests.Platform.Theming.OtherHosts;

public class ChangedSitesTests
{
    private const string Title = "Хабари тоза аз мизбони дигар";

    // A kept page would stay for five minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static SiteHost _first = null!;
    private static SiteHost _second = null!;

    [OneTimeSetUp]
    public static async Task Two_hosts_on_one_database()
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Ignore("This run is on SQLite, where one host serves.");
        }

        _first = await SiteHost.StartAsync();
        _second = await _first.BesideAsync();
    }

    [OneTimeTearDown]
    public static async Task They_stop()
    {
        if (_first is not null)
        {
            await _second.DisposeAsync();
            await _first.DisposeAsync();
        }
    }

    [Test]
    public async Task A_publication_on_one_host_is_on_the_pages_that_another_has_kept()
    {
        using var visitor = _second.Client();
        string[] homes = [$"/site/{SiteHost.Agency}/tg", "/tg"];
        foreach (var home in homes)
        {
            Assert.That(await visitor.GetStringAsync(home), Does.Not.Contain(Title));
        }

        await using var desk = TestDesk.Open(_first);
        await desk.PublishAsync(("tg", Title));
        await _first.HandOverAsync();

        foreach (var home in homes)
        {
            Assert.That(async () => WebUtility.HtmlDecode(await visitor.GetStringAsync(home)), Does.Contain(Title)
                .After((int)Patience.TotalMilliseconds, 200), home);
        }
    }

    [Test]
    public async Task A_change_of_the_home_page_is_followed()
    {
        var tenant = _second.Tenant(SiteHost.OtherAgency);
        var frames = _second.Services.GetRequiredService<SiteFrames>();
        var before = (await frames.GetAsync(tenant, "tg")).Home;
        var block = _second.Services.GetRequiredService<Standards>()[tenant.Standard]
            .Home.Blocks.First(one => !one.Locked && before.Contains(one.Name));
        await using (var scope = _first.ScopeOf(SiteHost.OtherAgency))
        {
            var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
            var setting = await db.Set<SiteSetting>().SingleOrDefaultAsync(one => one.Name == SiteSetting.Home);
            var layout = HomeLayout.Write(before, [block.Name]);
            Assert.That(await scope.ServiceProvider.GetRequiredService<KeepSetting>()
                .RunAsync(TestDesk.Officer, setting, SiteSetting.Home, layout, "home", ""), Is.True);
        }

        Assert.That(async () => (await frames.GetAsync(tenant, "tg")).Home, Does.Not.Contain(block.Name)
            .After((int)Patience.TotalMilliseconds, 200));
    }

    [Test]
    public async Task Every_change_is_counted_and_ones_own_is_no_news()
    {
        var (here, there) = (Teller(), Teller());
        var known = _first.Tenant(SiteHost.Agency);
        // A site that nobody else of this test changes.
        var site = new Tenant
        {
            Id = Ids.New(),
            Slug = "x",
            Kind = known.Kind,
            Region = known.Region,
            Name = known.Name,
            Body = known.Body
        };
        Task TellAsync(ChangedSites teller) => teller.TellAsync(site, CancellationToken.None);
        async Task<bool> HearsAsync(ChangedSites hearer) =>
            (await hearer.HearAsync(CancellationToken.None)).Contains(site.Id);

        await TellAsync(here);
        await HearsAsync(here);
        await TellAsync(here);
        var (ownNews, othersNews, twice) = (await HearsAsync(here), await HearsAsync(there), await HearsAsync(there));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => TellAsync(turn % 2 == 0 ? here : there)));
        await using var db = await _first.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ownNews, Is.False);
            Assert.That(othersNews, Is.True);
            Assert.That(twice, Is.False);
            Assert.That(await HearsAsync(here), Is.True);
            Assert.That(await HearsAsync(there), Is.True);
            Assert.That((await db.Set<ChangedSite>().SingleAsync(row => row.TenantId == site.Id))
                .Times, Is.EqualTo(10));
        }
    }

    private static ChangedSites Teller() => new(
        _first.Services.GetRequiredService<IDbContextFactory<HostDbContext>>(),
        _first.Services.GetRequiredService<IOptions<StorageOptions>>());
}
