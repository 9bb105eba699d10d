using EgovSites.BrowserTests.Stories;
using EgovSites.Platform.Accounts;

namespace EgovSites.BrowserTests.Pages;

/// <summary>Every list of the desk on a phone: cards, and nothing that scrolls sideways.</summary>
public sealed class DeskOnAPhoneTests
{
    private const string Site = $"/admin/sites/{BrowserRun.OtherAgency}";

    private static readonly string[] Central =
    [
        "/admin/sites", "/admin/people", "/admin/requests", "/admin/mail", "/admin/handbook", "/admin/keys",
        "/admin/profile", "/admin/profile/sessions",
        "/admin/profile/passkeys", "/admin/profile/two-factor", "/admin/profile/notices",
    ];

    private static readonly string[] OfSite =
    [
        "", "/content", "/content?type=News", "/content/new/News", "/content/new/Tender", "/due", "/palette?q=а",
        "/menu", "/home", "/redirects", "/redirects/import",
        "/media", "/media?kind=files", "/media?kind=bin", "/people", "/audit", "/bin", "/translations", "/requests",
        "/previews",
    ];

    private const string FindWide = """
        () => [
          ...(document.documentElement.scrollWidth > innerWidth ? [`page ${document.documentElement.scrollWidth}`] : []),
          ...[...document.querySelectorAll('main .scroll, main table')].filter(box => box.scrollWidth > box.clientWidth + 1 || box.getBoundingClientRect().right > innerWidth)
            .map(box => `${box.tagName} ${box.className} ${box.scrollWidth}`),
        ]
        """;

    [TestCase("tg")]
    [TestCase("ru")]
    [TestCase("en")]
    public async Task Nothing_scrolls_sideways(string culture)
    {
        await using var visitor = await Visitor.ComeAsync(Screen.Phone);
        await new Gate(visitor)
            .JoinAsync(await Invited.ToCentreAsync($"telefon-{culture}@example.tj"), "Рустам Назаров", culture);
        var item = await FillListsAsync(visitor, culture);

        string[] ofItem = [item, $"{item}/versions", $"{item}/versions/compare", $"{item}/plan"];
        foreach (var address in Central.Concat(OfSite.Select(path => Site + path)).Concat(ofItem))
        {
            await LookAsync(visitor, address, culture);
        }
    }

    [TestCase("tg")]
    [TestCase("ru")]
    [TestCase("en")]
    public async Task The_inbox_of_appeals_is_cards(string culture)
    {
        await using var citizen = await Visitor.ComeAsync();
        await new Citizen(citizen, BrowserRun.OtherAgency).SendAsync(Appeal.AboutTheRoad);
        await using var officer = await Visitor.ComeAsync(Screen.Phone);
        var link = await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, $"nomaho-{culture}@example.tj");
        await new Gate(officer).JoinAsync(link, "Нигина Саидова", culture);

        await LookAsync(officer, $"{Site}/appeals", culture);

        Assert.That(await officer.Page.Locator(".stacked td[data-label]").CountAsync(), Is.GreaterThan(0));
    }

    private static async Task LookAsync(Visitor visitor, string address, string culture)
    {
        Assert.That(await visitor.OpenAsync(address), Is.EqualTo(200), address);
        await visitor.Page.TakePictureAsync($"phone{address.Replace('/', '-').Replace('?', '-')}", Screen.Phone);
        Assert.That(await visitor.Page.EvaluateAsync<string[]>(FindWide), Is.Empty, $"{address} in {culture}");
    }

    /// <summary>
    /// Something in every list: an item with three versions, one in the bin, a redirect, an invitation; gives the
    /// item's address.
    /// </summary>
    private static async Task<string> FillListsAsync(Visitor visitor, string culture)
    {
        var page = visitor.Page;
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        await visitor.OpenAsync($"{Site}/redirects");
        await page.FillAsync(
            "#from", $"/tj/agentii-davlatii-standartizatsiya/sahifai-kuhna-{culture}.php?id=1234567890");
        await page.FillAsync("#to", $"/tg/news/yak-surogai-darozi-sahifai-nav-{culture}");
        await page.ClickAsync("main form.toolbar button");
        await visitor.OpenAsync($"{Site}/people");
        await page.FillAsync("#email", $"muharriri-nomash-daroz.{culture}@vazorati-maorif.example.tj");
        await page.ClickAsync("main form.panel button");
        await SaveAsync(visitor, "Маводи зиёдатӣ");
        await page.ClickAsync("button[value='bin']");
        await page.WaitForURLAsync("**done=binned**");
        await SaveAsync(visitor, "Дар шаҳр маркази нави саломатӣ барои ҳаждаҳ ҳазор сокин кушода шуд");
        var address = new Uri(page.Url).AbsolutePath;
        foreach (var title in new[] { "Дар шаҳр маркази нави саломатӣ кушода шуд", "Маркази саломатӣ кушода шуд" })
        {
            await page.FillAsync("#tg-Title", title);
            await page.ClickAsync("[data-save]");
            await page.WaitForSelectorAsync(".notice.good");
        }

        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        return address;
    }

    private static async Task SaveAsync(Visitor visitor, string title)
    {
        await visitor.OpenAsync($"{Site}/content/new/News");
        await visitor.Page.FillAsync("#tg-Title", title);
        await visitor.Page.ClickAsync("[data-save]");
        await visitor.Page.WaitForSelectorAsync(".notice.good");
    }
}
