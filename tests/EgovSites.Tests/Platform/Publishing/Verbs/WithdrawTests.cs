using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Publishing.Verbs;

/// <summary>What a visitor finds at the address of something withdrawn, by the reason given.</summary>
public class WithdrawTests
{
    [TestCase("tg")]
    [TestCase("ru")]
    [TestCase("en")]
    public async Task Something_published_in_error_answers_410_with_a_word(string culture)
    {
        var (page, _) =
            await WithdrawnAsync(culture, new Withdrawal(WithdrawalReason.InError, Note: "Санади дигар омода мешавад"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(410));
            Assert.That(page.Document.Body!.TextContent, Does.Contain("Санади дигар омода мешавад"));
            Assert.That(
                page.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content"), Does.Contain("noindex"));
        }
    }

    [Test]
    public async Task An_address_that_another_item_left_can_be_left_again()
    {
        await using var desk = await TestDesk.OpenAsync();
        var title = $"Суроғаи ҳамон {Guid.NewGuid():N}";
        var withdrawal = new Withdrawal(WithdrawalReason.InError);
        await desk.Do<Withdraw>()
            .RunAsync(TestDesk.Officer, await desk.PublishAsync(("tg", title)), ["tg"], withdrawal);
        var second = await desk.PublishAsync(("tg", title));

        var outcome = await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, second, ["tg"], withdrawal);

        Assert.That(outcome.Reasons, Is.Empty);
        Assert.That(await desk.Db.Set<GoneAddress>().CountAsync(row => row.ItemId == second), Is.EqualTo(1));
    }

    [TestCase("/tg/news", "/site/finance/tg/news")]
    [TestCase("https://egov.tj/tg/x", "https://egov.tj/tg/x")]
    public async Task Something_that_moved_leads_to_its_new_address(string to, string expected)
    {
        var (page, _) = await WithdrawnAsync("tg", new Withdrawal(WithdrawalReason.Moved, to));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(302));
            Assert.That(page.Response.Headers.Location!.ToString(), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Something_outdated_stays_under_a_notice_and_leaves_lists_search_and_site_map()
    {
        var (page, title) =
            await WithdrawnAsync("tg", new Withdrawal(WithdrawalReason.Outdated, Note: "Қоидаи нав амал мекунад"));
        var host = await SharedHost.GetAsync();
        var list = await host.Client().PageAsync($"/site/{SiteHost.Agency}/tg/news");
        var search = await host.Client()
            .PageAsync($"/site/{SiteHost.Agency}/tg/search?q={Uri.EscapeDataString(title)}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(
                page.Document.QuerySelector(".notice.warn")!.TextContent, Does.Contain("Қоидаи нав амал мекунад"));
            Assert.That(
                page.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content"), Does.Contain("noindex"));
            Assert.That(list.Document.QuerySelector("main")!.TextContent, Does.Not.Contain(title));
            Assert.That(search.Document.QuerySelectorAll("main li a")
                .Select(link => link.TextContent), Has.None.Contains(title));
        }
    }

    [Test]
    public async Task Publishing_again_takes_the_withdrawal_back()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.PublishAsync(("tg", Title("tg")));
        var row = (await desk.FindAsync(id)).Single();
        await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["tg"], new Withdrawal(WithdrawalReason.Outdated));

        var again = await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["tg"]);
        var page = await (await SharedHost.GetAsync()).Client()
            .PageAsync($"/site/{SiteHost.Agency}/tg/{row.Section}/{row.Slug}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Reasons.Select(reason => reason.Key), Is.Empty);
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.Document.QuerySelector(".notice.warn"), Is.Null);
        }
    }

    [TestCase("")]
    [TestCase("//evil.example/x")]
    [TestCase("/\\evil.example")]
    [TestCase("javascript:alert(1)")]
    [TestCase("http://example.com/")]
    public async Task An_unsafe_new_address_is_refused(string to)
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.PublishAsync(("tg", Title("tg")));

        var outcome = await desk.Do<Withdraw>()
            .RunAsync(TestDesk.Officer, id, ["tg"], new Withdrawal(WithdrawalReason.Moved, to));

        Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("withdraw.address"));
    }

    private static async Task<(Page Page, string Title)> WithdrawnAsync(string culture, Withdrawal withdrawal)
    {
        await using var desk = await TestDesk.OpenAsync();
        var title = Title(culture);
        var id = await desk.PublishAsync((culture, title));
        var row = (await desk.FindAsync(id)).Single();
        var outcome = await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, [culture], withdrawal);
        Assert.That(outcome.Reasons.Select(reason => reason.Key), Is.Empty);
        await (await SharedHost.GetAsync()).HandOverAsync();
        return (await (await SharedHost.GetAsync()).Client()
            .PageAsync($"/site/{SiteHost.Agency}/{culture}/{row.Section}/{row.Slug}"), title);
    }

    private static string Title(string culture) =>
        $"{(culture == "tg" ? "Гирифташаванда" : culture == "ru" ? "Снимаемое" : "Withdrawn thing")} {Guid.NewGuid().ToString("N")[..8]}";
}
