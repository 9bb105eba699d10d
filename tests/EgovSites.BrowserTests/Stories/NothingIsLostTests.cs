using EgovSites.BrowserTests.Writing;
using EgovSites.Platform.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Stories;

/// <summary>What is typed survives a lost line and a colleague in the same item.</summary>
public sealed class NothingIsLostTests
{
    // Autosave asks the server every eight seconds.
    private const float Autosave = 30_000;

    private const string Kept =
        "Object.keys(localStorage).filter(key => key.startsWith('egov-draft:')).map(key => localStorage[key]).join()";

    [Test]
    public async Task What_is_typed_without_a_line_is_kept_on_the_device_and_offered_again()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.SaveAsync();
        var (page, address) = (writer.Page, new Uri(writer.Page.Url).AbsolutePath);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await Expect(page.Locator("[data-lost]")).ToBeHiddenAsync();

        await writer.Visitor.CutLineAsync(true);
        await page.ClickAsync(Writer.Text);
        await page.Keyboard.TypeAsync("Ин матн дар вақти набудани алоқа");
        await Expect(page.Locator("[data-lost]")).ToBeVisibleAsync(new() { Timeout = Autosave });
        // Left at once, before the next time it is kept.
        await page.Keyboard.TypeAsync(" навишта шуд.");
        Assert.That(await HideAsync(page), Does.Contain(Uri.EscapeDataString("шуд")));
        await page.GotoAsync("about:blank");
        await writer.Visitor.CutLineAsync(false);
        writer.Visitor.Forget();
        await writer.Visitor.OpenAsync(address);

        // The cut goes with the page that was left, which now and then sends its words as it goes: then the server
        // offers them, or both do.
        var offer = page.Locator("[data-take], a[href*='?copy=']").Filter(new() { Visible = true }).Last;
        await Expect(offer).ToBeVisibleAsync();
        await writer.Visitor.AssertSoundAsync("desk-kept-on-device");
        await offer.ClickAsync();
        await Expect(page.Locator(Writer.Text)).ToContainTextAsync("набудани алоқа");
        await writer.SaveAsync();
        Assert.That(await writer.MarkdownAsync(), Is.EqualTo("Ин матн дар вақти набудани алоқа навишта шуд."));
    }

    [Test]
    public async Task What_was_kept_as_the_page_was_left_is_not_offered_once_it_is_saved()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.SaveAsync();
        var page = writer.Page;
        await page.ClickAsync(Writer.Text);
        await page.Keyboard.TypeAsync("Навишта ва захира шуд.");
        await HideAsync(page);
        await page.Keyboard.TypeAsync(" Боз.");
        await writer.SaveAsync();

        await Expect(page.Locator("[data-local]")).ToBeHiddenAsync();
        Assert.That(await page.EvaluateAsync<string>(Kept), Is.Empty);
        Assert.That(await writer.MarkdownAsync(), Is.EqualTo("Навишта ва захира шуд. Боз."));
    }

    [Test]
    public async Task What_was_sent_into_a_dead_line_is_offered_by_the_page_one_goes_back_to()
    {
        await using var writer = await Writer.ComeAsync();
        await writer.BeginAsync();
        await writer.SaveAsync();
        var page = writer.Page;
        Assert.That(page.Url, Does.Contain("done="), "the address says that an earlier save arrived");

        await writer.Visitor.CutLineAsync(true);
        await page.ClickAsync(Writer.Text);
        await page.Keyboard.TypeAsync("Ба хати мурда фиристода шуд.");
        await page.ClickAsync("button[value='save']");
        await page.WaitForURLAsync(
            address => address.StartsWith("chrome-error", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await writer.Visitor.CutLineAsync(false);
        await page.GoBackAsync();
        writer.Visitor.Forget();

        await Expect(page.Locator("[data-local]")).ToBeVisibleAsync();
        await page.ClickAsync("[data-take]");
        await Expect(page.Locator(Writer.Text)).ToContainTextAsync("хати мурда");
        await writer.SaveAsync();
        Assert.That(await page.EvaluateAsync<string>(Kept), Is.Empty);
    }

    [Test]
    public async Task Signing_out_asks_about_unsent_text_and_leaves_none_of_it_on_the_device()
    {
        // Not the writers' common session: it ends here.
        await using var visitor = await Visitor.ComeAsync();
        await new Gate(visitor)
            .JoinAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, "baromad@example.tj"),
                "Фирӯза Назарова", "tg");
        var page = visitor.Page;
        var answers = new Queue<bool>([false, true]);
        var asked = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Message);
            _ = answers.Dequeue() ? dialog.AcceptAsync() : dialog.DismissAsync();
        };
        await page.GotoAsync($"/admin/sites/{BrowserRun.OtherAgency}");
        await page.EvaluateAsync("""
            localStorage.setItem(`egov-draft:${document.querySelector('[data-sign-out]').dataset.signOut}:/one`, 'tg.Title=x');
            localStorage.setItem('egov-draft:colleague:/one', 'tg.Title=y');
            """);
        const string Mine = "Object.keys(localStorage).filter(key => key.startsWith('egov-draft:')).length";

        await page.ClickAsync("[data-sign-out] button");
        var kept = await page.EvaluateAsync<int>(Mine);
        await page.ClickAsync("[data-sign-out] button");
        await page.WaitForURLAsync("**/admin/sign-in");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked, Has.Count.EqualTo(2));
            Assert.That(kept, Is.EqualTo(2), "whoever says no stays, with the text");
            Assert.That(
                await page.EvaluateAsync<string>(
                    "Object.keys(localStorage).filter(key => key.startsWith('egov-draft:')).join()"),
                Is.EqualTo("egov-draft:colleague:/one"));
        }
    }

    [Test]
    public async Task Two_people_in_one_item_compare_and_the_second_takes_what_the_first_wrote()
    {
        await using var first = await Visitor.ComeAsync();
        await new Gate(first)
            .JoinAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, "yakum@example.tj"),
                "Ситора Юсуфӣ", "tg");
        await using var second = await Writer.ComeAsync();
        await second.BeginAsync();
        await second.SaveAsync();
        await first.OpenAsync(new Uri(second.Page.Url).AbsolutePath);
        await first.Page.FillAsync("#tg-Title", "Роҳи нави Ваҳдат кушода шуд");
        await first.Page.ClickAsync("[data-save]");
        await Expect(first.Page.Locator(".notice.good")).ToBeVisibleAsync();

        await second.Page.FillAsync("#tg-Title", "Роҳи нав баста шуд");
        await second.Page.ClickAsync("[data-save]");
        var contest = second.Page.Locator(".notice:has([name=take])");
        await Expect(contest).ToContainTextAsync("Ситора Юсуфӣ");
        await Expect(contest.Locator("del")).Not.ToHaveCountAsync(0);
        await second.Visitor.AssertSoundAsync("desk-conflict");
        await second.Page.CheckAsync("[name=take]");
        await second.SaveAsync();

        await Expect(second.Page.Locator("#tg-Title")).ToHaveValueAsync("Роҳи нави Ваҳдат кушода шуд");
    }

    // As when somebody turns to another tab; gives what the device has then.
    private static Task<string> HideAsync(IPage page) => page.EvaluateAsync<string>($$"""
        () => {
          Object.defineProperty(document, 'hidden', { value: true, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
          delete document.hidden;
          return {{Kept}};
        }
        """);
}
