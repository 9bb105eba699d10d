using System.Text.Json.Nodes;
using System.Xml.Linq;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Founding;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Aggregation;

public class PortalPagesTests
{
    [TestCase("tg", "Ба шумо чӣ лозим аст?")]
    [TestCase("ru", "Что вам нужно?")]
    [TestCase("en", "What do you need?")]
    public async Task The_home_page_shows_headlines_with_their_agencies(string culture, string question)
    {
        var host = await SharedHost.GetAsync();
        await host.HandOverAsync();

        var page = await host.Client().PageAsync("/" + culture);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.All("h1"), Is.EqualTo([question]));
            Assert.That(page.Document.QuerySelectorAll(".lead h3 a, .items h3 a"), Is.Not.Empty);
            Assert.That(page.Document.QuerySelectorAll(".lead h3 a, .items h3 a")
                .Select(link => link.GetAttribute("href")), Is.All.Match($"^/site/[a-z-]+/{culture}/"));
            Assert.That(page.All(".tabs a"), Has.Count.EqualTo(5));
            Assert.That(page.All(".card .tag"), Is.Not.Empty);
        }
    }

    [Test]
    public async Task Every_gathered_section_has_a_list_and_a_feed_in_three_languages(
        [Values("tg", "ru", "en")] string culture)
    {
        var host = await SharedHost.GetAsync();
        await host.HandOverAsync();

        foreach (var type in host.Services.GetRequiredService<Standards>()
            .Newest.Types.Where(type => type.Behaviours.Aggregated))
        {
            var page = await host.Client().PageAsync($"/{culture}/{type.Section}");
            var feed = XDocument.Parse(await host.Client().GetStringAsync($"/{culture}/{type.Section}/feed.atom"));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(page.All("h1"), Is.EqualTo([type.Plural[culture]]), type.Section);
                Assert.That(page.All("#filters select"), Has.Count.GreaterThanOrEqualTo(3), type.Section);
                Assert.That(feed.Root!.Attribute(XNamespace.Xml + "lang")!.Value, Is.EqualTo(culture));
            }
        }
    }

    [Test]
    public async Task An_agencys_site_has_none_of_the_portals_pages()
    {
        var host = await SharedHost.GetAsync();

        var directory = await host.Client().PageAsync($"/site/{SiteHost.Agency}/tg/agencies");
        var home = await host.Client().PageAsync($"/site/{SiteHost.Agency}/tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(directory.Status, Is.EqualTo(404));
            Assert.That(home.Document.QuerySelector(".hero"), Is.Null);
        }
    }

    [Test]
    public async Task Filters_narrow_by_agency_kind_region_and_topic()
    {
        var host = await SharedHost.GetAsync();
        var news = News(host);
        var shared = new FieldValues();
        shared["Topic"] = JsonValue.Create("health");
        await new PressOffice(host, SiteHost.Agency).PublishAsync(news, shared, ("en", "A filtered ministry item"));
        await new PressOffice(host, SiteHost.OtherAgency).PublishAsync(news, ("en", "A filtered city item"));

        async Task<string> Ask(string query) =>
            (await host.Client().PageAsync($"/en/{news.Section}?q=filtered&{query}")).Text;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Ask(""), Does.Contain("A filtered ministry item").And.Contain("A filtered city item"));
            Assert.That(await Ask($"agency={SiteHost.OtherAgency}"), Does.Not.Contain("ministry item")
                .And.Contain("city item"));
            Assert.That(await Ask("kind=ministries"), Does.Contain("ministry item").And.Not.Contain("city item"));
            Assert.That(await Ask("region=drs"), Does.Not.Contain("ministry item").And.Contain("city item"));
            Assert.That(await Ask("topic=health"), Does.Contain("ministry item").And.Not.Contain("city item"));
            Assert.That(await Ask("month=2026-11"), Does.Contain("ministry item"));
            Assert.That(await Ask("month=2026-10"), Does.Not.Contain("ministry item"));
        }
    }

    [Test]
    public async Task A_headline_stands_only_in_the_languages_it_was_published_in()
    {
        var host = await SharedHost.GetAsync();
        var news = News(host);
        await new PressOffice(host, SiteHost.Agency).PublishAsync(news, ("tg", "Якзабонаи нодир"));

        var tajik = await host.Client().PageAsync($"/tg/{news.Section}?q=нодир");
        var russian = await host.Client().PageAsync($"/ru/{news.Section}?q=нодир");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tajik.All(".items h3"), Is.EqualTo(["Якзабонаи нодир"]));
            Assert.That(russian.All(".items h3"), Is.Empty);
            Assert.That(russian.All(".notice").Single(), Does.Contain("0 из 1"));
            Assert.That(russian.Document.QuerySelector(".notice a")!.GetAttribute("href"),
                Does.StartWith($"/tg/{news.Section}?q="));
        }
    }

    [Test]
    public async Task A_passed_deadline_moves_an_item_to_the_closed_ones()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var type = host.Services.GetRequiredService<Standards>().Newest.Types.First(type => type is { Name: "Tender" });
        var shared = new FieldValues();
        shared["Deadline"] = JsonValue.Create("2026-11-22T12:00:00Z");
        await new PressOffice(host, SiteHost.Agency)
            .PublishAsync(type, Filled(type, shared), ("en", "Chairs for a school"));

        var open = await host.Client().PageAsync($"/en/{type.Section}?q=chairs");
        host.Clock.Advance(TimeSpan.FromDays(3));
        var later = await host.Client().PageAsync($"/en/{type.Section}?q=chairs&page=1");
        var closed = await host.Client().PageAsync($"/en/{type.Section}?q=chairs&state=closed");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(open.All(".card .tag"), Is.EqualTo(["2 days left"]));
            Assert.That(later.All(".card h3"), Is.Empty);
            Assert.That(closed.All(".card .tag"), Is.EqualTo(["Closed"]));
        }
    }

    [TestCase("хакикат")]
    [TestCase("Ҳақиқат")]
    [TestCase("haqiqat")]
    public async Task Search_finds_and_marks_a_word_however_it_is_typed(string typed)
    {
        var host = await SharedHost.GetAsync();
        await new PressOffice(host, SiteHost.Agency)
            .PublishAsync(News(host), ("tg", $"Ҳақиқати <b>{typed}</b> & дигар"));

        var page = await host.Client().PageAsync($"/tg/search?q={Uri.EscapeDataString(typed)}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("mark"), Does.Contain("Ҳақиқати"));
            Assert.That(page.All("ol.items h3"), Has.Some.EqualTo($"Ҳақиқати <b>{typed}</b> & дигар"));
            Assert.That(page.Document.QuerySelector("ol.items b"), Is.Null);
        }
    }

    [TestCase("/tg/search?q=%25_%00'\"&section=nosuch&page=99999999999")]
    [TestCase("/tg/search?q=%20")]
    [TestCase("/ru?kind=x&agency=x&region=x&topic=x&month=0001-01")]
    [TestCase("/en?month=9999-12")]
    [TestCase("/en/agencies?q=%00%ff&region=x")]
    public async Task An_odd_question_is_answered_calmly(string address)
    {
        var host = await SharedHost.GetAsync();

        var page = await host.Client().PageAsync(address);

        Assert.That(page.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_suspended_agency_leaves_every_list_and_comes_back()
    {
        await using var host = await SiteHost.StartAsync();
        await host.HandOverAsync();
        var news = News(host);
        await new PressOffice(host, SiteHost.OtherAgency).PublishAsync(news, ("tg", "Хабари маъмурият"));
        var lifecycle = host.Services.GetRequiredService<TenantLifecycle>();
        string[] addresses = ["/tg", $"/tg/{news.Section}", "/tg/search?q=маъмурият", $"/tg/{news.Section}/feed.atom"];

        await lifecycle.SuspendAsync(host.Tenant(SiteHost.OtherAgency).Id);
        var suspended = await Task.WhenAll(addresses.Select(address => host.Client().GetStringAsync(address)));
        var directory = await host.Client().GetStringAsync("/tg/agencies");
        await lifecycle.ResumeAsync(host.Tenant(SiteHost.OtherAgency).Id);
        var resumed = await host.Client().GetStringAsync($"/tg/{news.Section}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(suspended.Append(directory), Has.None.Contains($"/site/{SiteHost.OtherAgency}/"));
            Assert.That(resumed, Does.Contain($"/site/{SiteHost.OtherAgency}/"));
        }
    }

    private static ContentType News(SiteHost host) =>
        host.Services.GetRequiredService<Standards>()
            .Newest.Types.First(type => type.Behaviours is { Aggregated: true, ArchivedByMonth: true });

    // Whatever the type requires besides, as plain text: the handler does not look at it.
    private static FieldValues Filled(ContentType type, FieldValues shared)
    {
        foreach (var field in type.SharedFields.Where(field => field.IsRequired && !shared.Has(field.Name)))
        {
            shared[field.Name] = JsonValue.Create("1");
        }

        return shared;
    }
}
