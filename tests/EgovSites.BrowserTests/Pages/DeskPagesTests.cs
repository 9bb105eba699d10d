using EgovSites.BrowserTests.Stories;
using EgovSites.Platform.Accounts;
using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Pages;

public sealed class DeskPagesTests
{
    private const string Site = $"/admin/sites/{BrowserRun.OtherAgency}";

    private static string _session = "";

    [OneTimeSetUp]
    public static async Task SignInOnce()
    {
        await using var visitor = await Visitor.ComeAsync();
        await new Gate(visitor).JoinAsync(await Invited.ToCentreAsync("markaz@example.tj"), "Рустам Назаров", "tg");
        _session = await visitor.SessionAsync();
    }

    [TestCase("desk-choice", "/admin")]
    [TestCase("desk-sites", "/admin/sites")]
    [TestCase("desk-profile", "/admin/profile")]
    [TestCase("desk", Site)]
    [TestCase("desk-content", $"{Site}/content")]
    [TestCase("desk-news", $"{Site}/content?type=News")]
    [TestCase("desk-new-item", $"{Site}/content/new/News")]
    [TestCase("desk-new-vacancy", $"{Site}/content/new/Vacancy")]
    [TestCase("desk-media", $"{Site}/media")]
    [TestCase("desk-people", $"{Site}/people")]
    [TestCase("desk-audit", $"{Site}/audit")]
    [TestCase("desk-bin", $"{Site}/bin")]
    [TestCase("desk-view", $"{Site}/content?state=published&sort=title")]
    [TestCase("desk-due", $"{Site}/due")]
    [TestCase("desk-palette", $"{Site}/palette?q=нав")]
    [TestCase("desk-keys", "/admin/keys")]
    [TestCase("desk-menu", $"{Site}/menu")]
    [TestCase("desk-home-blocks", $"{Site}/home")]
    [TestCase("desk-redirects", $"{Site}/redirects")]
    [TestCase("desk-redirects-import", $"{Site}/redirects/import")]
    [TestCase("desk-appeals", $"{Site}/appeals")]
    public async Task A_page_of_the_desk_serves_everybody_on_a_phone_and_on_a_desk(string name, string address)
    {
        await using var visitor = await Visitor.ComeAsync(session: _session);
        Assert.That(await visitor.OpenAsync(address), Is.EqualTo(200));

        await visitor.AssertSoundAsync(name);
    }

    [Test]
    public async Task The_editor_of_a_published_item_serves_everybody()
    {
        await using var visitor = await Visitor.ComeAsync(session: _session);
        await visitor.OpenAsync($"{Site}/content?type=News");

        await visitor.Page.Locator("table.rows th a").First.ClickAsync();
        await visitor.Page.WaitForSelectorAsync("#tg-Title");

        await visitor.AssertSoundAsync("desk-item");
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

        await using var visitor = await Visitor.ComeAsync(session: _session);
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
    public async Task An_invitation_serves_everybody()
    {
        await using var visitor = await Visitor.ComeAsync();
        await visitor.OpenAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, "muharrir@example.tj"));

        await visitor.AssertSoundAsync("desk-invitation");
    }
}
