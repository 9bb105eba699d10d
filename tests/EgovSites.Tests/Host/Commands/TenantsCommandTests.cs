using System.Text.RegularExpressions;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host.Commands;

/// <summary>The verbs an operator uses beside a running host; what they change, the host follows by itself.</summary>
[NonParallelizable]
public class TenantsCommandTests
{
    private static SiteHost _host = null!;

    [OneTimeSetUp]
    public static async Task StartAsync() => _host = await SiteHost.StartAsync(SiteHost.Agency, onDisk: true);

    [OneTimeTearDown]
    public static async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task All_sites_are_listed_with_kind_and_state()
    {
        var (code, output, _) = await CommandLine.RunAsync(_host, "tenants", "list");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero);
            Assert.That(output, Does.Match(@"(?m)^finance\s+ministry\s+Running\s+\S"));
            Assert.That(output, Does.Match(@"(?m)^portal\s"));
        }
    }

    [Test]
    public async Task A_body_of_the_list_is_made_and_answers()
    {
        var made = await CommandLine.RunAsync(_host, "tenants", "add", SiteHost.OtherAgency);
        using var visitor = _host.Client();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Output, Does.Contain($"/site/{SiteHost.OtherAgency}/tg/"));
            Assert.That(
                await SettledAsync(200, async () => await StatusAsync(visitor, $"/site/{SiteHost.OtherAgency}/tg")),
                Is.EqualTo(200));
            Assert.That((await CommandLine.RunAsync(_host, "tenants", "add", SiteHost.OtherAgency))
                .Code, Is.Not.Zero, "a second of the name");
        }
    }

    [Test]
    public async Task A_list_is_made_once_and_a_wrong_one_makes_nothing()
    {
        const string Head = "slug,kind,region,name_tg,name_ru,name_en,body_tg,body_ru,body_en\n";
        var list = Path.Combine(_host.DataFolder, "list.csv");
        await File.WriteAllTextAsync(list, Head
            + "list-one,agency,central,а,б,c,а,б,c\nlist-two,agency,central,а,б,c,а,б,c\n");
        var first = await CommandLine.RunAsync(_host, "tenants", "add", "--from", list);
        var second = await CommandLine.RunAsync(_host, "tenants", "add", "--from", list);
        await File.WriteAllTextAsync(list, Head
            + "list-three,agency,central,а,б,c,а,б,c\nList Four,agency,central,а,б,c,а,б,c\nlist-five,castle,central,а,б,c,а,б,c\nlist-six,agency,central,а,,c,а,б,c\n");
        var wrong = await CommandLine.RunAsync(_host, "tenants", "add", "--from", list);
        await File.WriteAllTextAsync(list, "name\nx\n");
        var strange = await CommandLine.RunAsync(_host, "tenants", "add", "--from", list);
        var sites = (await CommandLine.RunAsync(_host, "tenants", "list")).Output;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Code, first.Output), Is.EqualTo((0, first.Output)));
            Assert.That(first.Output, Does.Contain("2 made, 0 were there already"));
            Assert.That(second.Output, Does.Contain("0 made, 2 were there already"));
            Assert.That(wrong.Code, Is.EqualTo(1));
            Assert.That(wrong.Output, Does.Contain("row 3").And.Contain("row 4").And.Contain("row 5"));
            Assert.That((strange.Code, strange.Error), Is.EqualTo((1, strange.Error)));
            Assert.That(strange.Error, Does.Contain("name_tg"));
            Assert.That(sites, Does.Contain("list-two").And.Not.Contain("list-three"));
        }
    }

    [Test]
    public async Task One_that_the_list_does_not_know_needs_its_kind_and_names()
    {
        var bare = await CommandLine.RunAsync(_host, "tenants", "add", "agency-of-tests");
        var whole = await CommandLine.RunAsync(_host, "tenants", "add", "agency-of-tests", "--kind", "agency", "--name",
            "Агентии санҷиш", "Агентство проверки", "Test agency");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bare.Code, bare.Output), Is.EqualTo((1, bare.Output)));
            Assert.That(bare.Output, Does.Contain("--kind"));
            Assert.That((whole.Code, whole.Error), Is.EqualTo((0, "")));
        }
    }

    [Test]
    public async Task A_site_is_suspended_and_resumed_while_the_host_runs()
    {
        using var visitor = _host.Client();
        var suspended = await CommandLine.RunAsync(_host, "tenants", "suspend", SiteHost.Agency);
        Assert.That(await SettledAsync(503, async () => await StatusAsync(visitor, $"/site/{SiteHost.Agency}/tg")),
            Is.EqualTo(503));

        var resumed = await CommandLine.RunAsync(_host, "tenants", "resume", SiteHost.Agency);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await SettledAsync(200, async () => await StatusAsync(visitor, $"/site/{SiteHost.Agency}/tg")),
                Is.EqualTo(200));
            Assert.That((suspended.Code, resumed.Code), Is.EqualTo((0, 0)));
            Assert.That((await CommandLine.RunAsync(_host, "tenants", "suspend", "no-such"))
                .Output, Does.Contain("There is no site 'no-such'"));
        }
    }

    [Test]
    public async Task A_host_name_is_given_and_taken_back()
    {
        using var visitor = _host.Client();
        var given = await CommandLine.RunAsync(_host, "tenants", "host", SiteHost.Agency, "moliya.example");
        Assert.That(await SettledAsync(200, async () => (await visitor.PageAsync("moliya.example", "/tg")).Status),
            Is.EqualTo(200));
        var taken = await CommandLine.RunAsync(_host, "tenants", "host", SiteHost.Agency, "moliya.example", "--remove");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((given.Code, taken.Code), Is.EqualTo((0, 0)));
            Assert.That(await SettledAsync(404, async () => (await visitor.PageAsync("moliya.example", "/tg")).Status),
                Is.EqualTo(404));
            Assert.That((await CommandLine.RunAsync(_host, "tenants", "host", SiteHost.Agency, "not a host"))
                .Code, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task An_invitation_lets_in_once()
    {
        var (code, output, error) =
            await CommandLine.RunAsync(_host, "invite", "sardor@example.tj", "--site", SiteHost.Agency);
        var link = Regex.Match(output, @"^\S+").Value;
        using var desk = new DeskClient(_host);
        using var second = new DeskClient(_host);
        var entered = await desk.RedeemAsync(link);
        var site = await desk.GetAsync($"/admin/sites/{SiteHost.Agency}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((code, error), Is.EqualTo((0, "")));
            Assert.That(entered.Status, Is.EqualTo(302));
            Assert.That(site.Status, Is.EqualTo(200));
            Assert.That((await second.RedeemAsync(link)).Status, Is.Not.EqualTo(302));
            Assert.That((await CommandLine.RunAsync(_host, "invite", "a@example.tj", "--site", "no-such"))
                .Code, Is.EqualTo(1));
        }
    }

    // The host looks at its directory about once a second.
    private static async Task<int> SettledAsync(int wanted, Func<Task<int>> ask)
    {
        for (var wait = 0; wait < 150 && await ask() != wanted; wait++)
        {
            await Task.Delay(200);
        }

        return await ask();
    }

    private static async Task<int> StatusAsync(HttpClient visitor, string address) =>
        (int)(await visitor.GetAsync(address)).StatusCode;
}
