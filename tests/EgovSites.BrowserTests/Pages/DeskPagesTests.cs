using EgovSites.Admin.Account.TwoFactor;
using EgovSites.BrowserTests.Stories;
using EgovSites.Platform.Accounts;
using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Pages;

public sealed class DeskPagesTests
{
    private const string Site = $"/admin/sites/{BrowserRun.OtherAgency}";

    private static string _session = "";
    private static string _officer = "";

    [OneTimeSetUp]
    public static async Task SignInOnce()
    {
        await using var visitor = await Visitor.ComeAsync();
        await new Gate(visitor).JoinAsync(await Invited.ToCentreAsync("markaz@example.tj"), "Рустам Назаров", "tg");
        _session = await visitor.SessionAsync();
        await using var other = await Visitor.ComeAsync();
        await new Gate(other)
            .JoinAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, "kotib@example.tj"),
                "Нигина Саидова", "tg");
        _officer = await other.SessionAsync();
    }

    [TestCase("desk-choice", "/admin")]
    [TestCase("desk-sites", "/admin/sites")]
    [TestCase("desk-profile", "/admin/profile")]
    [TestCase("desk-two-factor", "/admin/profile/two-factor")]
    [TestCase("desk-passkeys", "/admin/profile/passkeys")]
    [TestCase("desk-sessions", "/admin/profile/sessions")]
    [TestCase("desk-notices", "/admin/profile/notices")]
    [TestCase("desk-letters", "/admin/mail")]
    [TestCase("desk", Site)]
    [TestCase("desk-content", $"{Site}/content")]
    [TestCase("desk-news", $"{Site}/content?type=News")]
    [TestCase("desk-new-item", $"{Site}/content/new/News")]
    [TestCase("desk-new-vacancy", $"{Site}/content/new/Vacancy")]
    [TestCase("desk-media", $"{Site}/media")]
    [TestCase("desk-media-files", $"{Site}/media?kind=files")]
    [TestCase("desk-media-central", $"{Site}/media?kind=central")]
    [TestCase("desk-media-bin", $"{Site}/media?kind=bin")]
    [TestCase("desk-people", $"{Site}/people")]
    [TestCase("desk-audit", $"{Site}/audit")]
    [TestCase("desk-bin", $"{Site}/bin")]
    [TestCase("desk-translations", $"{Site}/translations")]
    [TestCase("desk-requests", $"{Site}/requests")]
    [TestCase("desk-requests-central", "/admin/requests")]
    [TestCase("desk-view", $"{Site}/content?state=published&sort=title")]
    [TestCase("desk-due", $"{Site}/due")]
    [TestCase("desk-palette", $"{Site}/palette?q=нав")]
    [TestCase("desk-keys", "/admin/keys")]
    [TestCase("desk-menu", $"{Site}/menu")]
    [TestCase("desk-home-blocks", $"{Site}/home")]
    [TestCase("desk-redirects", $"{Site}/redirects")]
    [TestCase("desk-redirects-import", $"{Site}/redirects/import")]
    [TestCase("desk-appeals", $"{Site}/appeals")]
    [TestCase("desk-previews", $"{Site}/previews")]
    [TestCase("desk-handbook", "/admin/handbook")]
    public async Task A_page_of_the_desk_serves_everybody_on_a_phone_and_on_a_desk(string name, string address)
    {
        // The central team reads nobody's appeals.
        await using var visitor = await Visitor.ComeAsync(
            session: address.EndsWith("/appeals", StringComparison.Ordinal) ? _officer : _session);
        Assert.That(await visitor.OpenAsync(address), Is.EqualTo(200));

        await visitor.AssertSoundAsync(name);
    }

    [Test]
    public async Task The_editor_of_a_published_item_serves_everybody()
    {
        await using var visitor = await Visitor.ComeAsync(session: _session);
        await visitor.OpenAsync($"{Site}/content?type=News");

        await visitor.Page.Locator("table.rows tbody th a").First.ClickAsync();
        await visitor.Page.WaitForSelectorAsync("#tg-Title");

        await visitor.AssertSoundAsync("desk-item");
    }

    [Test]
    public async Task An_outdated_translation_its_suggestions_and_the_request_for_it_serve_everybody()
    {
        await using var visitor = await Visitor.ComeAsync(session: _session);
        var page = visitor.Page;
        var officer = new PressOfficer(visitor, BrowserRun.OtherAgency);
        await visitor.OpenAsync($"{Site}/content/new/News");
        await page.FillAsync("#tg-Title", "Дар шаҳр 22 духтур кор мекунад");
        await page.FillAsync("#ru-Title", "В городе работают 22 врача");
        await officer.WriteBodyAsync(
            "tg", "Дар шаҳр маркази нави саломатӣ кушода шуд.\n\nДар он 22 духтур ва 40 ҳамшира кор мекунанд.");
        await officer.WriteBodyAsync(
            "ru", "В городе открыт новый центр здоровья.\n\nВ нём работают 22 врача и 40 медсестёр.");
        await page.ClickAsync("[data-save]");
        await page.WaitForSelectorAsync(".notice.good");
        await page.FillAsync("#tg-Title", "Дар шаҳр 24 духтур кор мекунад");
        await officer.WriteBodyAsync("tg",
            "Дар шаҳр маркази нави саломатӣ кушода шуд.\n\nДар он 24 духтур ва 40 ҳамшира кор мекунанд.\n\nМарказ ҳар рӯз кор мекунад.");
        await page.ClickAsync("[data-save]");
        await page.WaitForSelectorAsync(".source-change");
        await visitor.AssertSoundAsync("desk-outdated");

        await page.ClickAsync("[value='take:ru:Body']");
        await page.ClickAsync("[data-suggest='ru-Title']");
        await page.WaitForSelectorAsync(".suggestions");
        Assert.That(await page.InputValueAsync("#ru-Body"), Does.Contain("⟦tg⟧ Марказ ҳар рӯз кор мекунад.")
            .And.Contain("В нём работают 22 врача"));
        await visitor.AssertSoundAsync("desk-taken-over");

        await page.ClickAsync(".pane.ru a[href*='/request?culture=ru']");
        await page.WaitForSelectorAsync("#until");
        await visitor.AssertSoundAsync("desk-request");
        await page.FillAsync("#note", "Лутфан то пагоҳ.");
        await page.ClickAsync("form.panel button");
        await page.WaitForSelectorAsync(".requests");
        await visitor.AssertSoundAsync("desk-requests-full");
    }

    [TestCase("tg")]
    [TestCase("ru")]
    [TestCase("en")]
    public async Task The_pages_around_an_item_serve_everybody_in_every_language(string culture)
    {
        await using var visitor = await Visitor.ComeAsync();
        await new Gate(visitor)
            .JoinAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, $"gird-{culture}@example.tj"),
                "Лола Раҳимова", culture);
        var page = visitor.Page;
        await visitor.OpenAsync($"{Site}/content/new/News");
        await page.FillAsync("#tg-Title", "Дар шаҳр 22 духтур кор мекунад");
        await page.FillAsync("#ru-Title", "В городе работают 22 врача");
        await page.ClickAsync("button[value='publish:all']");
        await page.WaitForSelectorAsync(".notice.good");
        var address = new Uri(page.Url).AbsolutePath;
        await page.FillAsync("#tg-Title", "Дар шаҳр 24 духтур кор мекунад");
        await page.ClickAsync("[data-save]");
        await page.WaitForSelectorAsync(".notice.good");
        await visitor.AssertSoundAsync("desk-item-changed");

        foreach (var name in new[] { "plan", "withdrawal/tg", "review/tg", "versions", "versions/compare" })
        {
            Assert.That(await visitor.OpenAsync($"{address}/{name}"), Is.EqualTo(200));
            await visitor.AssertSoundAsync($"desk-item-{name.Replace('/', '-')}");
        }
    }

    [Test]
    public async Task The_palette_works_by_keyboard_alone()
    {
        await using var visitor = await Visitor.ComeAsync(session: _session);
        await visitor.OpenAsync(Site);

        await visitor.Page.Keyboard.PressAsync("Control+KeyK");
        await visitor.Page.Keyboard.TypeAsync("сабад");
        await visitor.Page.WaitForSelectorAsync("#palette [role=option] >> text=Сабад");
        await visitor.AssertSoundAsync("desk-palette-open");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync($"**{Site}/bin");
        await visitor.Page.Keyboard.PressAsync("g");
        await visitor.Page.Keyboard.PressAsync("d");
        await visitor.Page.WaitForURLAsync($"**{Site}");
        await visitor.Page.Keyboard.PressAsync("?");

        await Assertions.Expect(visitor.Page.Locator("#keys")).ToBeVisibleAsync();
        await visitor.AssertSoundAsync("desk-keys-open");
    }

    [Test]
    public async Task A_picture_in_the_library_serves_everybody()
    {
        await using var visitor = await Visitor.ComeAsync(session: _session);
        await visitor.OpenAsync($"{Site}/media");

        await visitor.Page.Locator(".shelf a").First.ClickAsync();
        await visitor.Page.WaitForSelectorAsync("#alt-tg");

        await visitor.AssertSoundAsync("desk-picture");
    }

    [Test]
    public async Task An_appeal_on_the_desk_serves_everybody()
    {
        await using (var citizen = await Visitor.ComeAsync())
        {
            await new Citizen(citizen, BrowserRun.OtherAgency).SendAsync(Appeal.AboutTheRoad);
        }

        await using var visitor = await Visitor.ComeAsync(session: _officer);
        await visitor.OpenAsync($"{Site}/appeals");
        await visitor.AssertSoundAsync("desk-appeals-full");

        await visitor.Page.GetByText(Appeal.AboutTheRoad.Subject).First.ClickAsync();
        await visitor.Page.WaitForSelectorAsync("#answer");

        await visitor.AssertSoundAsync("desk-appeal");
    }

    [Test]
    public async Task The_gate_serves_everybody()
    {
        await using var visitor = await Visitor.ComeAsync();
        await visitor.OpenAsync("/admin");
        Assert.That(new Uri(visitor.Page.Url).AbsolutePath, Is.EqualTo("/admin/sign-in"));
        await visitor.AssertSoundAsync("desk-sign-in");

        await new Gate(visitor).SignInAsync("nobody@example.tj", "not the password");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visitor.AssertSoundAsync("desk-sign-in-refused");
    }

    [Test]
    public async Task The_second_step_serves_everybody_from_its_key_to_its_codes()
    {
        await using var visitor = await Visitor.ComeAsync();
        await new Gate(visitor)
            .JoinAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, "qadam@example.tj"),
                "Нигина Шарипова", "tg");
        await visitor.OpenAsync("/admin/profile/two-factor");
        await visitor.Page.FillAsync("#present", Gate.Password);
        await visitor.Page.ClickAsync("main form button");
        await visitor.Page.WaitForSelectorAsync(".key-picture");
        await visitor.AssertSoundAsync("desk-two-factor-key");

        var key = (await visitor.Page.InnerTextAsync(".key-text")).Replace(" ", "", StringComparison.Ordinal);
        await visitor.Page.FillAsync(
            "#code", Totp.CodeOf(key, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / Totp.Seconds));
        await visitor.Page.ClickAsync("main form button");
        await visitor.Page.WaitForSelectorAsync(".key-codes");
        await visitor.AssertSoundAsync("desk-two-factor-codes");
        var code = await visitor.Page.InnerTextAsync(".key-codes li:first-child code");
        await visitor.OpenAsync("/admin/profile/two-factor");
        await visitor.AssertSoundAsync("desk-two-factor-on");

        await visitor.Page.Context.ClearCookiesAsync();
        await new Gate(visitor).SignInAsync("qadam@example.tj", Gate.Password);
        await visitor.Page.WaitForSelectorAsync("#code");
        await visitor.AssertSoundAsync("desk-second-step");
        await visitor.Page.FillAsync("#code", code);
        await visitor.Page.ClickAsync("main form button");
        await Assertions.Expect(visitor.Page.Locator(".side-nav")).ToBeVisibleAsync();
    }

    [Test]
    public async Task An_invitation_serves_everybody()
    {
        await using var visitor = await Visitor.ComeAsync();
        await visitor.OpenAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, "muharrir@example.tj"));

        await visitor.AssertSoundAsync("desk-invitation");
    }
}
