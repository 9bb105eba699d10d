using EgovSites.Platform.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Stories;

/// <summary>The same ways in a browser that runs no script.</summary>
public sealed class WithoutScriptTests
{
    [TestCase("tg")]
    [TestCase("ru")]
    [TestCase("en")]
    public async Task The_menu_of_a_phone_opens_and_every_link_in_it_can_be_read(string culture)
    {
        await using var reader = await Visitor.ComeAsync(Screen.Phone, hasScript: false);
        await reader.OpenAsync($"/site/{BrowserRun.Agency}/{culture}");
        var menu = reader.Page.Locator("#menu");
        await Expect(menu).ToBeHiddenAsync();

        await reader.Page.ClickAsync(".band-keys a[href='#menu']");
        await Expect(menu).ToBeVisibleAsync();
        await reader.Page.TakePictureAsync("menu-open", Screen.Phone);
        await ReadLinksAsync(menu);

        await reader.Page.ClickAsync(".menu-close a");
        await Expect(menu).ToBeHiddenAsync();
    }

    [Test]
    public async Task The_search_of_a_phone_opens_and_finds()
    {
        await using var reader = await Visitor.ComeAsync(Screen.Phone, hasScript: false);
        await reader.OpenAsync($"/site/{BrowserRun.Agency}/tg");

        await reader.Page.ClickAsync(".band-keys a[href='#find']");
        await reader.Page.FillAsync("#q", "вазорат");
        await reader.Page.ClickAsync("#find button");

        await Expect(reader.Page.Locator("main mark").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task An_editor_saves_a_draft()
    {
        await using var editor = await Visitor.ComeAsync(hasScript: false);
        await new Gate(editor)
            .JoinAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Author, "navisanda@example.tj"),
                "Мадина Азизова", "tg");
        var officer = new PressOfficer(editor, BrowserRun.OtherAgency);

        await officer.BeginNewsAsync();
        await officer.WriteAsync(NewsItem.InThreeLanguages);
        await editor.Page.ClickAsync("button[value='save']");

        await Expect(editor.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await Expect(editor.Page.Locator("#en-Title")).ToHaveValueAsync(NewsItem.InThreeLanguages["en"].Title);
    }

    private static async Task ReadLinksAsync(ILocator menu)
    {
        foreach (var submenu in await menu.Locator("details").AllAsync())
        {
            await submenu.Locator("summary").ClickAsync();
            foreach (var link in await submenu.Locator("a").AllAsync())
            {
                await ReadAsync(link);
            }
        }

        foreach (var link in await menu.Locator(":scope > ul > li > a").AllAsync())
        {
            await ReadAsync(link);
        }
    }

    private static async Task ReadAsync(ILocator link)
    {
        await Expect(link).ToBeVisibleAsync();
        Assert.That((await link.InnerTextAsync()).Trim(), Is.Not.Empty);
    }
}
