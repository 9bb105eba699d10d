using EgovSites.BrowserTests.Stories;
using EgovSites.Platform.Accounts;
using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Writing;

/// <summary>Somebody at the rich editor of an item.</summary>
public sealed class Writer(Visitor visitor) : IAsyncDisposable
{
    public const string Text = "#tg-Body-rich";
    public const string Stored = "#tg-Body";

    private const string Desk = $"/admin/sites/{BrowserRun.OtherAgency}";

    private static string? _session;

    public IPage Page => visitor.Page;

    public Keyboard Keys { get; } = new(visitor.Page);

    public Visitor Visitor => visitor;

    public static async Task<Writer> ComeAsync(Screen? screen = null, bool hasScript = true)
    {
        _session ??= await SignInOnceAsync();
        return new Writer(await Visitor.ComeAsync(screen, hasScript, session: _session));
    }

    public async Task BeginAsync()
    {
        await visitor.OpenAsync($"{Desk}/content/new/News");
        await Page.FillAsync("#tg-Title", "Роҳи нав");
    }

    /// <summary>Puts Markdown into the field by way of its source.</summary>
    public async Task SetSourceAsync(string markdown)
    {
        await PressAsync("source");
        await Page.FillAsync(Stored, markdown);
        await PressAsync("source");
    }

    /// <summary>Presses a button of the Tajik text's toolbar.</summary>
    public Task PressAsync(string mark) => Page.ClickAsync($".pane.tg .field:has({Stored}) [data-mark='{mark}']");

    public Task<string> MarkdownAsync() => Page.InputValueAsync(Stored);

    public Task SelectAllAsync() => Page.Keyboard.PressAsync("Control+a");

    public async Task SaveAsync()
    {
        await Page.ClickAsync("button[value='save']");
        await Assertions.Expect(Page.Locator(".notice.good")).ToBeVisibleAsync();
    }

    /// <summary>Pastes HTML as a word processor leaves it on the clipboard.</summary>
    public Task PasteAsync(string html) => Page.EvaluateAsync(
        """
        ([selector, html]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', html);
          clipboardData.setData('text/plain', 'plain');
          document.querySelector(selector).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        new[] { Text, html });

    public ValueTask DisposeAsync() => visitor.DisposeAsync();

    private static async Task<string> SignInOnceAsync()
    {
        await using var visitor = await Visitor.ComeAsync();
        await new Gate(visitor)
            .JoinAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, "qalam@example.tj"),
                "Лола Қосимова", "tg");
        return await visitor.SessionAsync();
    }
}
