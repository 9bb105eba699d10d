using EgovSites.BrowserTests.Stories;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Tajik;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Pages;

/// <summary>Files are chosen in the page's language, not in the browser's.</summary>
public sealed class FileControlTests
{
    private static readonly int[] Sizes = [0, 900, 1024, 1_048_000, 1_300_000];

    [TestCase("tg", "Интихоби файлҳо", "Ҳанӯз файл интихоб нашудааст")]
    [TestCase("ru", "Выбрать файлы", "Файл пока не выбран")]
    [TestCase("en", "Choose files", "No file chosen yet")]
    public async Task A_citizen_sees_what_was_chosen_as_the_site_says_it(string culture, string choose, string none)
    {
        await using var visitor = await Visitor.ComeAsync(Screen.Phone);
        await visitor.OpenAsync($"/site/{BrowserRun.Agency}/{culture}/feedback");
        var chosen = visitor.Page.Locator("#files + .row li");
        await Expect(visitor.Page.Locator("#files + .row label")).ToHaveTextAsync(choose);
        await Expect(chosen).ToHaveTextAsync(none);

        await visitor.Page.SetInputFilesAsync("#files",
            Sizes.Select(size =>
                new FilePayload
                {
                    Name = $"ҳуҷҷат-{size}.pdf",
                    MimeType = "application/pdf",
                    Buffer = new byte[size]
                }));

        await Expect(chosen)
            .ToHaveTextAsync(Sizes.Select(size => $"ҳуҷҷат-{size}.pdf, {Numbers.FileSize(size, culture)}"));
        await visitor.AssertSoundAsync("files-chosen");
    }

    [Test]
    public async Task The_keyboard_reaches_the_control_and_sees_that_it_did()
    {
        await using var visitor = await Visitor.ComeAsync();
        await visitor.OpenAsync($"/site/{BrowserRun.Agency}/tg/feedback");
        await visitor.Page.FocusAsync("#text");

        await visitor.Page.Keyboard.PressAsync("Tab");

        await Expect(visitor.Page.Locator("#files")).ToBeFocusedAsync();
        await Expect(visitor.Page.Locator("#files + .row label")).ToHaveCSSAsync("outline-style", "solid");
        var opened = visitor.Page.WaitForFileChooserAsync();
        await visitor.Page.ClickAsync("#files + .row label");
        Assert.That((await opened).IsMultiple, Is.True);
    }

    [Test]
    public async Task Without_script_the_browsers_own_control_is_there()
    {
        await using var visitor = await Visitor.ComeAsync(hasScript: false);
        await visitor.OpenAsync($"/site/{BrowserRun.Agency}/tg/feedback");

        Assert.That((await visitor.Page.Locator("#files").BoundingBoxAsync())!.Width, Is.GreaterThan(100));
    }

    [TestCase("tg", "Интихоби файл")]
    [TestCase("ru", "Выбрать файл")]
    [TestCase("en", "Choose")]
    public async Task Every_file_control_of_the_desk_is_ours(string culture, string choose)
    {
        await using var visitor = await Visitor.ComeAsync();
        var link = await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, $"fayl-{culture}@example.tj");
        await new Gate(visitor).JoinAsync(link, "Нигина Саидова", culture);
        foreach (var path in new[] { "/media", "/redirects/import", "/content/new/News", "/content/new/Document" })
        {
            await visitor.OpenAsync($"/admin/sites/{BrowserRun.OtherAgency}{path}");
            var controls = visitor.Page.Locator("input[type=file]");
            Assert.That(await controls.CountAsync(), Is.GreaterThan(0), path);
            foreach (var control in await controls.AllAsync())
            {
                await Expect(control).ToHaveClassAsync("hidden");
                await Expect(control.Locator("+ .row label")).ToContainTextAsync(choose);
            }
        }
    }
}
