using System.Xml.Linq;
using EgovSites.Features.Sitemap;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Features.Sitemap;

/// <summary>
/// Search engines are told of everything that is public and indexed, and of nothing else, however much there is.
/// </summary>
public class SitemapTests
{
    private const string Root = $"/site/{SiteHost.Agency}";

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Test]
    public async Task Every_address_answers_and_names_its_other_languages_and_itself()
    {
        var host = await SharedHost.GetAsync();
        using var visitor = host.Client();
        var map = await ReadAsync(visitor, "/sitemap.xml");
        var places = Places(map);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(map.Name, Is.EqualTo(Map + "urlset"));
            Assert.That(places, Is.Unique.And.Count.GreaterThan(20));
            foreach (var url in map.Elements(Map + "url"))
            {
                var others = url.Elements(Xhtml + "link").Select(link => link.Attribute("href")!.Value).Distinct()
                    .ToList();
                Assert.That(others, Does.Contain(url.Element(Map + "loc")!.Value).And.SubsetOf(places));
            }
        }

        foreach (var place in places.Where((_, at) => at % 10 == 0))
        {
            Assert.That((await visitor.GetAsync(new Uri(place).PathAndQuery))
                .StatusCode, Is.EqualTo(System.Net.HttpStatusCode.OK), place);
        }
    }

    [Test]
    public async Task What_is_withdrawn_as_outdated_is_named_neither_here_nor_by_its_other_languages()
    {
        var host = await SharedHost.GetAsync();
        await using var desk = TestDesk.Open(host);
        var id = await desk.PublishAsync(
            ("tg", $"Дар харита {Ids()}"), ("ru", $"На карте {Ids()}"), ("en", $"On the map {Ids()}"));
        await host.HandOverAsync();
        var rows = (await desk.FindAsync(id)).ToDictionary(row => row.Culture);
        using var visitor = host.Client();
        string PathOf(string culture) => $"{Root}/{culture}/{rows[culture].Section}/{rows[culture].Slug}";
        var before = Places(await ReadAsync(visitor, "/sitemap.xml"));

        await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["ru"], new Withdrawal(WithdrawalReason.Outdated));
        await host.HandOverAsync();
        var after = Places(await ReadAsync(visitor, "/sitemap.xml"));
        var page = await visitor.PageAsync(PathOf("tg"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Has.Some.EndsWith(PathOf("ru")));
            Assert.That(after, Has.Some.EndsWith(PathOf("tg")).And.Some.EndsWith(PathOf("en"))
                .And.None.EndsWith(PathOf("ru")));
            Assert.That(page.Document.QuerySelectorAll("link[rel=alternate][hreflang]")
                .Select(link => link.GetAttribute("hreflang")),
                Is.EqualTo(["tg", "en", "x-default"]));
            Assert.That(page.Document.QuerySelectorAll("nav a[hreflang=ru], header a[hreflang=ru]"), Is.Not.Empty,
                "readers still find it");
        }
    }

    [Test]
    public async Task A_long_one_is_an_index_of_parts_that_name_everything_once()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var visitor = host.Client();
        var few = Places(await ReadAsync(visitor, "/sitemap.xml")).Where(IsItem).Count();
        var rows = Enumerable.Range(0, SitemapPages.ItemsOfPart).SelectMany(number =>
        {
            var row = Printer.Row("news", $"Хабари {number}");
            return number % 2 == 0 ? [row] : new[] { row, Printer.Row("news", $"Новость {number}", "ru", row.ItemId) };
        }).ToList();
        await host.PrintAsync(rows);

        var index = await ReadAsync(visitor, "/sitemap.xml");
        var files = index.Elements(Map + "sitemap")
            .Select(file => new Uri(file.Element(Map + "loc")!.Value).AbsolutePath).ToList();
        var places = new List<string>();
        foreach (var file in files)
        {
            places.AddRange(Places(XElement.Parse(await visitor.GetStringAsync(file))));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(index.Name, Is.EqualTo(Map + "sitemapindex"));
            Assert.That(files, Is.EqualTo([$"{Root}/sitemap-1.xml", $"{Root}/sitemap-2.xml"]));
            Assert.That(places, Is.Unique);
            Assert.That(places.Count(IsItem), Is.EqualTo(few + rows.Count));
            Assert.That((int)(await visitor.GetAsync($"{Root}/sitemap-3.xml")).StatusCode, Is.EqualTo(404));
            Assert.That((int)(await visitor.GetAsync($"{Root}/sitemap-0.xml")).StatusCode, Is.EqualTo(404));
            Assert.That((int)(await visitor.SendAsync(new(HttpMethod.Head, $"{Root}/sitemap-2.xml")))
                .StatusCode, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Robots_of_the_portal_name_the_site_maps_of_all_and_an_agencys_its_own()
    {
        var host = await SharedHost.GetAsync();
        using var visitor = host.Client();

        var portal = Maps(await visitor.GetStringAsync("/robots.txt"));
        var agency = await visitor.GetStringAsync($"{Root}/robots.txt");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(portal,
                Is.SupersetOf(
                    new[] { "/sitemap.xml", $"{Root}/sitemap.xml", $"/site/{SiteHost.OtherAgency}/sitemap.xml" }));
            Assert.That(Maps(agency), Is.EqualTo([$"{Root}/sitemap.xml"]));
            Assert.That(agency, Does.Contain("Disallow: /admin\n").And.Contain("Disallow: /*/feedback/status"));
        }

        foreach (var map in portal.Take(3))
        {
            Assert.That((await visitor.GetAsync(map))
                .Content.Headers.ContentType!.MediaType, Is.EqualTo("application/xml"), map);
        }
    }

    private static async Task<XElement> ReadAsync(HttpClient visitor, string file) =>
        XElement.Parse(await visitor.GetStringAsync(Root + file));

    private static List<string> Places(XElement map) =>
        [.. map.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value)];

    private static List<string> Maps(string robots) =>
        [.. robots.Split('\n').Where(line => line.StartsWith("Sitemap: ", StringComparison.Ordinal))
            .Select(line => new Uri(line[9..]).AbsolutePath)];

    private static bool IsItem(string place) => new Uri(place).Segments.Length == 6;

    private static string Ids() => Guid.NewGuid().ToString("N")[..8];
}
