using EgovSites.Platform.Accounts;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Languages;

public class BoardTests
{
    [Test]
    public async Task Every_count_is_the_length_of_the_list_it_leads_to()
    {
        await using var host = await SiteHost.StartAsync();
        await using (var office = TestDesk.Open(host))
        {
            await office.PublishAsync(("tg", "Нашршуда дар ду забон"), ("ru", "Опубликовано на двух языках"));
            await office.SaveAsync(("tg", "Танҳо сиёҳнависи тоҷикӣ"));
            var outdated = await office.SaveAsync(("tg", "Аслӣ"), ("en", "Source"));
            await office.UpdateAsync(outdated, 1, ("tg", "Аслии дигар"));
            await office.Do<MoveToBin>().RunAsync(TestDesk.Officer, await office.SaveAsync(("tg", "Дар сабад")));
        }

        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var board = await desk.GetAsync($"/admin/sites/{SiteHost.Agency}/translations");
        var counts = board.Document.QuerySelectorAll(".board td a")
            .Select(link => (Href: link.GetAttribute("href")!, Number: Number(link.QuerySelector("b")!.TextContent)))
            .ToList();

        Assert.That(counts.Select(count => count.Href), Has.Some.Contains("outdated%3Aen")
            .And.Some.Contains("draft%3Atg").And.Some.Contains("missing=ru"));
        foreach (var (href, number) in counts)
        {
            var list = await desk.GetAsync(href);
            Assert.That(Number(list.All("p.hint").First(text => text.StartsWith("Ҳамагӣ", StringComparison.Ordinal))),
                Is.EqualTo(number), href);
        }
    }

    [Test]
    public async Task The_dashboard_leads_to_the_board()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        var page = await desk.GetAsync($"/admin/sites/{SiteHost.Agency}");

        Assert.That(page.Document.QuerySelector($"#translations a[href='/admin/sites/{SiteHost.Agency}/translations']"),
            Is.Not.Null);
    }

    private static int Number(string text) =>
        int.Parse(string.Concat(text.Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture);
}
