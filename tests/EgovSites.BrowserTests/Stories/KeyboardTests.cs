using EgovSites.Platform.Accounts;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Stories;

/// <summary>The same ways without a mouse.</summary>
public sealed class KeyboardTests
{
    private const string Home = $"/site/{BrowserRun.Agency}/tg";

    [Test]
    public async Task The_first_stop_leads_past_the_menu()
    {
        await using var reader = await Visitor.ComeAsync();
        var keys = new Keyboard(reader.Page);
        await reader.OpenAsync(Home);

        await keys.TabToAsync(".skip");
        await keys.PressAsync("Enter");

        await Expect(reader.Page.Locator("main")).ToBeFocusedAsync();
        await keys.TabToAsync("main a");
    }

    [Test]
    public async Task A_reader_comes_from_the_menu_to_an_item()
    {
        await using var reader = await Visitor.ComeAsync();
        var keys = new Keyboard(reader.Page);
        await reader.OpenAsync(Home);

        await OpenFromMenuAsync(reader, keys, "/news");
        await Expect(reader.Page.Locator("main h1")).ToBeVisibleAsync();
        await keys.FollowAsync("main a[href*='/tg/news/']");

        await Expect(reader.Page.Locator("main .prose")).ToBeVisibleAsync();
        Assert.That(reader.Faults, Is.Empty);
    }

    [Test]
    public async Task On_a_phone_the_menu_opens_and_closes_and_keeps_the_focus()
    {
        await using var reader = await Visitor.ComeAsync(Screen.Phone);
        var keys = new Keyboard(reader.Page);
        await reader.OpenAsync(Home);
        await Expect(reader.Page.Locator("#menu")).ToBeHiddenAsync();

        await keys.TabToAsync(".band-keys a[href='#menu']");
        await keys.PressAsync("Enter");
        await Expect(reader.Page.Locator("#menu")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");

        await Expect(reader.Page.Locator("#menu")).ToBeHiddenAsync();
        await Expect(reader.Page.Locator(".band-keys a[href='#menu']")).ToBeFocusedAsync();
    }

    [Test]
    public async Task An_editor_signs_in_writes_and_saves()
    {
        const string email = "tugma@example.tj";
        await using (var first = await Visitor.ComeAsync())
        {
            await new Gate(first)
                .JoinAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, email), "Фирӯз Тағоев", "tg");
        }

        await using var editor = await Visitor.ComeAsync();
        var keys = new Keyboard(editor.Page);
        await SignInAsync(editor, keys, email);
        await keys.FollowAsync("a[href$='/content/new/News']");
        await keys.TabToAsync("#tg-Title");
        await keys.TypeAsync("Бозори нав дар шафати роҳ");
        await keys.LeaveByAsync("Control+s");

        await Expect(editor.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await Expect(editor.Page.Locator("#tg-Title")).ToHaveValueAsync("Бозори нав дар шафати роҳ");
        Assert.That(editor.Faults, Is.Empty);
    }

    private static async Task SignInAsync(Visitor editor, Keyboard keys, string email)
    {
        await editor.OpenAsync("/admin");
        await keys.TabToAsync("#Email");
        await keys.TypeAsync(email);
        await keys.TabToAsync("#Password");
        await keys.TypeAsync(Gate.Password);
        await keys.LeaveByAsync("Enter");
    }

    private static async Task OpenFromMenuAsync(Visitor reader, Keyboard keys, string end)
    {
        var link = $"#menu a[href$='{end}']";
        if (!await reader.Page.Locator(link).IsVisibleAsync())
        {
            await keys.TabToAsync(
                $"#menu details:has({link.Replace("#menu ", "", StringComparison.Ordinal)}) > summary");
            await keys.PressAsync("Enter");
        }

        await keys.FollowAsync(link);
    }
}
