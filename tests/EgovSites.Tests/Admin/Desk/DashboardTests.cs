using EgovSites.Platform.Accounts;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Desk;

public class DashboardTests
{
    private const string Dashboard = $"/admin/sites/{SiteHost.Agency}";

    [Test]
    public async Task Items_without_a_translation_or_with_an_outdated_one_are_counted_and_shown_and_no_others()
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var before = await FigureAsync(desk);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        string missing, outdated, whole, binned;
        await using (var office = TestDesk.Open(host))
        {
            missing = await office.SaveAsync(("tg", "Танҳо тоҷикӣ"));
            outdated = await office.SaveAsync(("tg", "Аслӣ"), ("ru", "Оригинал"), ("en", "Source"));
            await office.UpdateAsync(outdated, 1, ("tg", "Аслии дигар"));
            whole = await office.SaveAsync(("tg", "Се забон"), ("ru", "Три языка"), ("en", "Three languages"));
            binned = await office.SaveAsync(("tg", "Дар сабад"));
            await office.Do<MoveToBin>().RunAsync(TestDesk.Officer, binned);
        }

        var page = await desk.GetAsync(Dashboard);
        var list = await desk.GetAsync($"{Dashboard}/content?missing=wanting");
        var shown = page.Document.QuerySelectorAll("#translations .todo a")
            .Select(link => link.GetAttribute("href")!.Split('/')[^1]).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await FigureAsync(desk), Is.EqualTo(before + 2));
            Assert.That(shown, Does.Contain(missing).And.Contain(outdated).And.Not.Contain(whole)
                .And.Not.Contain(binned));
            Assert.That(list.Text, Does.Contain("Танҳо тоҷикӣ").And.Contain("Аслии дигар").And.Not.Contain("Се забон")
                .And.Not.Contain("Дар сабад"));
        }
    }

    [Test]
    public async Task A_review_waits_for_those_who_may_decide_and_a_text_sent_back_for_its_writer()
    {
        var host = await SharedHost.GetAsync();
        using var writer = await DeskClient.SignInAsync(host, Role.Editor);
        using var reader = await DeskClient.SignInAsync(host, Role.Editor);
        using var author = await DeskClient.SignInAsync(host, Role.Author);
        var item = await AskReviewAsync(writer);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await SeesAsync(reader, $"{item}/review/tg"), Is.True);
            Assert.That(await SeesAsync(writer, $"{item}/review/tg"), Is.False);
            Assert.That(await SeesAsync(author, $"{item}/review/tg"), Is.False);
        }

        await reader.PostAsync($"{item}/review/tg", $"{item}/review/tg", ("decision", "sendBack"), ("revision", "1"),
            ("note", "Санаро ислоҳ кунед."));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await SeesAsync(writer, item), Is.True);
            Assert.That(await SeesAsync(reader, item), Is.False);
        }
    }

    [Test]
    public async Task A_panel_with_nothing_in_it_says_so([Values("tg", "ru", "en")] string culture)
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, culture: culture);

        var page = await desk.GetAsync(Dashboard);
        var bare = page.Document.QuerySelectorAll(".columns .panel")
            .Where(panel => panel.QuerySelector("li, p") is null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bare, Is.Empty);
            Assert.That(page.Document.QuerySelectorAll(".stats .stat"), Has.Length.EqualTo(4));
            Assert.That(page.Document.QuerySelector(".stats a[href$='/appeals'] b")!.TextContent, Is.EqualTo("0"));
        }
    }

    private static async Task<int> FigureAsync(DeskClient desk)
    {
        var figure = (await desk.GetAsync(Dashboard)).Document.QuerySelector(".stats a[href$='missing=wanting'] b")!;
        return int.Parse(figure.TextContent, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> AskReviewAsync(DeskClient desk)
    {
        var form = $"{Dashboard}/content/new/News";
        var saved = await desk.PostAsync(
            form, form, ("revision", "0"), ("tg.Title", "Матни мунтазири тафтиш"), ("verb", "askReview:tg"));
        return saved.Response.Headers.Location!.ToString().Split('?')[0];
    }

    // Of the panel of what waits, not of the list of translations that are missing.
    private static async Task<bool> SeesAsync(DeskClient desk, string address) =>
        (await desk.GetAsync(Dashboard)).Document.QuerySelector($"#waiting a[href='{address}']") is not null;
}
