using System.Xml.Linq;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Features.Feeds;

public class AgencyFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Test]
    public async Task The_newest_vacancy_appears_though_its_deadline_is_far_off()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var near = Enumerable.Range(0, 25).Select(number =>
        {
            var row = Printer.Row("vacancies", $"Наздик {number}");
            (row.Deadline, row.ShownAt) = (FixedClock.Start.AddDays(2), FixedClock.Start.AddDays(-2));
            return row;
        });
        var far = Printer.Row("vacancies", "Муҳлаташ дур");
        far.Deadline = FixedClock.Start.AddDays(300);
        await host.PrintAsync(near.Append(far));

        var feed = await ReadAsync(host, "tg/vacancies");
        var entries = feed.Elements(Atom + "entry").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries[0].Element(Atom + "title")!.Value, Is.EqualTo("Муҳлаташ дур"));
            Assert.That(entries, Has.Count.EqualTo(20));
            Assert.That(entries.Select(entry => entry.Element(Atom + "published")!.Value), Is.Ordered.Descending);
            Assert.That(entries.Select(entry => entry.Element(Atom + "id")!.Value), Is.Unique);
        }
    }

    [TestCase("tg")]
    [TestCase("ru")]
    [TestCase("en")]
    public async Task It_is_whole_Atom_with_full_addresses_that_answer(string culture)
    {
        var host = await SharedHost.GetAsync();
        var feed = await ReadAsync(host, $"{culture}/news");
        using var visitor = host.Client();
        var links = feed.Descendants(Atom + "link").Select(link => new Uri(link.Attribute("href")!.Value)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(feed.Attribute(XNamespace.Xml + "lang")!.Value, Is.EqualTo(culture));
            Assert.That(feed.Element(Atom + "author")!.Value, Is.Not.Empty);
            Assert.That(feed.Descendants(Atom + "updated")
                .Select(updated => updated.Value), Is.All.Match(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$"));
            foreach (var link in links.Take(5))
            {
                Assert.That((int)(await visitor.GetAsync(link.PathAndQuery))
                    .StatusCode, Is.EqualTo(200), link.ToString());
            }
        }
    }

    [Test]
    public async Task What_the_standard_keeps_out_of_feeds_has_none()
    {
        var host = await SharedHost.GetAsync();

        Assert.That((int)(await host.Client().GetAsync($"/site/{SiteHost.Agency}/tg/nonsense/feed.atom"))
            .StatusCode, Is.EqualTo(404));
    }

    private static async Task<XElement> ReadAsync(SiteHost host, string list)
    {
        using var visitor = host.Client();
        return XElement.Parse(await visitor.GetStringAsync($"/site/{SiteHost.Agency}/{list}/feed.atom"));
    }
}
