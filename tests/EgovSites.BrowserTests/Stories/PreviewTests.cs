using EgovSites.BrowserTests.Writing;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Stories;

/// <summary>A draft is seen before it is public: beside its form, and by somebody without an account.</summary>
public sealed class PreviewTests
{
    private const float Autosave = 30_000;

    [Test]
    public async Task The_page_beside_the_form_follows_what_is_typed()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.SaveAsync();
        var (page, title) = (writer.Page, writer.Page.FrameLocator("[data-frame]").Locator("h1"));

        await page.ClickAsync("[data-preview]");
        await Expect(title).ToHaveTextAsync("Роҳи нав");
        await writer.Visitor.AssertSoundAsync("desk-preview");
        await page.FillAsync("#tg-Title", "Роҳи нав ва пули нав");
        await Expect(title).ToHaveTextAsync("Роҳи нав ва пули нав", new() { Timeout = Autosave });
        await page.ClickAsync("[data-width=desktop]");
        await Expect(page.Locator("[data-width=desktop]")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.TakePictureAsync("desk-preview-wide", Screen.Desk);
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator("[data-preview-panel]")).ToBeHiddenAsync();
        await Expect(page.Locator("[data-preview]")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Somebody_without_an_account_opens_the_link_and_agrees_by_name()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.SaveAsync();
        var id = new Uri(writer.Page.Url).Segments[^1];
        await writer.Visitor.OpenAsync($"/admin/sites/{BrowserRun.OtherAgency}/previews?item={id}");
        await writer.Page.CheckAsync("[name=mayApprove]");
        await writer.Page.ClickAsync("main form .button[type=submit]");
        var link = await writer.Page.InputValueAsync("#address");
        await writer.Visitor.AssertSoundAsync("desk-preview-link");

        await using var reader = await Visitor.ComeAsync(Screen.Phone);
        await reader.OpenAsync(link);
        await Expect(reader.Page.Locator("h1")).ToHaveTextAsync("Роҳи нав");
        await reader.AssertSoundAsync("preview-link");
        await reader.Page.FillAsync("#name", "Меҳрубон Каримова");
        await reader.Page.ClickAsync("form:has(#name) button");
        await Expect(reader.Page.GetByText("Меҳрубон Каримова")).ToBeVisibleAsync();

        await writer.Visitor.OpenAsync($"/admin/sites/{BrowserRun.OtherAgency}/previews");
        await Expect(writer.Page.GetByText("Меҳрубон Каримова")).ToBeVisibleAsync();
        Assert.That(reader.Faults, Is.Empty);
    }
}
