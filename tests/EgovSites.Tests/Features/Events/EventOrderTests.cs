using EgovSites.Features.Aggregation;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Events;

/// <summary>
/// What goes on stands with what is to come, on the agency's list and on the portal's; what is over comes last, the
/// latest first.
/// </summary>
public class EventOrderTests
{
    private static readonly DateTimeOffset Now = FixedClock.Start;

    [Test]
    public async Task What_goes_on_stands_with_what_is_to_come_and_what_is_over_is_newest_first()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.PrintAsync(
            Event("Кайҳо гузашт", -9, -8), Event("Имсол нест", -5, null), Event("Дирӯз анҷом ёфт", -3, -1),
            Event("Ҳоло идома дорад", -1, 3), Event("Фардо оғоз мешавад", 1, 2), Event("Анҷомаш хато", 2, -2));
        string[] expected =
            ["Ҳоло идома дорад", "Фардо оғоз мешавад", "Анҷомаш хато", "Дирӯз анҷом ёфт", "Имсол нест", "Кайҳо гузашт"];
        using var visitor = host.Client();

        var agency = await visitor.PageAsync($"/site/{SiteHost.Agency}/tg/events");
        var portal = await visitor.PageAsync("/tg/events");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Order(agency, expected), Is.EqualTo(expected));
            Assert.That(Order(portal, expected), Is.EqualTo(expected));
            Assert.That(agency.All("main li")
                .Single(text => text.Contains("Ҳоло идома дорад", StringComparison.Ordinal)),
                    Does.Not.Contain("баргузор шуд"));
            Assert.That(agency.All("main li")
                .Single(text => text.Contains("Дирӯз анҷом", StringComparison.Ordinal)), Does.Contain("баргузор шуд"));
        }
    }

    [Test]
    public async Task Events_of_one_time_are_each_shown_once_over_all_pages()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var rows = Enumerable.Range(0, 155).Select(number => Event($"Ҷашн {number}", 4, null)).ToList();
        await host.PrintAsync(rows);
        var wanted = rows.Select(row => row.ItemId).ToList();

        var agency = await OfAgencyAsync(host);
        var portal = await OfPortalAsync(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(agency, Is.Unique);
            Assert.That(agency.Intersect(wanted).Count(), Is.EqualTo(155));
            Assert.That(portal, Is.Unique);
            Assert.That(portal.Intersect(wanted).Count(), Is.EqualTo(155));
        }
    }

    [Test]
    public async Task What_was_published_before_ends_were_kept_gets_its_end_here_and_on_the_portal()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var old = Event("Аз версияи пешина", -1, null);
        old.Fields["EndsAt"] = Now.AddDays(3).ToString("o");
        await host.PrintAsync(old);

        await host.Services.GetRequiredService<DocumentCatchUp>().CatchUpAsync(host.Tenant(SiteHost.Agency));
        await host.HandOverAsync();

        await using var desk = TestDesk.Open(host);
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.FindAsync(old.ItemId)).Single().EndsAt, Is.EqualTo(Now.AddDays(3)));
            Assert.That((await db.Set<Headline>().SingleAsync(row => row.ItemId == old.ItemId))
                .EndsAt, Is.EqualTo(Now.AddDays(3)));
        }
    }

    private static Publication Event(string title, int startsIn, int? endsIn)
    {
        var row = Printer.Row("events", title);
        row.StartsAt = Now.AddDays(startsIn);
        row.EndsAt = endsIn is { } days && days > startsIn ? Now.AddDays(days) : null;
        return row;
    }

    private static IReadOnlyList<string> Order(Page page, string[] titles) =>
        [.. titles.OrderBy(title => page.Text.IndexOf(title, StringComparison.Ordinal))
            .Where(title => page.Text.Contains(title, StringComparison.Ordinal))];

    private static async Task<List<string>> OfAgencyAsync(SiteHost host)
    {
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var published = scope.ServiceProvider.GetRequiredService<PublishedItems>();
        var found = new List<string>();
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var list = await published.ListAsync(TypeOf(host), "tg", page, new ItemFilter());
            pages = list.PageCount;
            found.AddRange(list.Items.Select(row => row.ItemId));
        }

        return found;
    }

    private static async Task<List<string>> OfPortalAsync(SiteHost host)
    {
        var headlines = host.Services.GetRequiredService<Headlines>();
        var filter = new HeadlineFilter { Culture = "tg", Section = "events" };
        var total = await headlines.CountAsync(filter);
        var found = new List<string>();
        for (var page = 1; found.Count < total && page <= total; page++)
        {
            found.AddRange((await headlines.ListAsync(filter, ListOrder.Starts, new Paging(total, page, 20)))
                .Select(row => row.Row.ItemId));
        }

        return found;
    }

    private static ContentType TypeOf(SiteHost host) =>
        host.Services.GetRequiredService<Standards>().Newest.Section("events")!;
}
