using EgovSites.BrowserTests.Writing;
using EgovSites.Platform.Accounts;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Stories;

/// <summary>A press officer's day without a mouse, from the sign-in to the withdrawal.</summary>
public sealed class EditorialKeysTests
{
    private const string Email = "betugma@example.tj";

    [Test]
    public async Task An_item_is_written_published_planned_and_withdrawn()
    {
        await using (var first = await Visitor.ComeAsync())
        {
            await new Gate(first)
                .JoinAsync(
                    await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, Email), "Сафар Қодиров", "tg");
        }

        await using var editor = await Visitor.ComeAsync();
        var keys = new Keyboard(editor.Page);
        await SignInAsync(editor, keys);
        await WriteAsync(editor, keys);
        await PublishAsync(editor, keys);
        await PlanAsync(editor, keys);
        await WithdrawAsync(editor, keys);

        Assert.That(editor.Faults, Is.Empty);
    }

    private static async Task SignInAsync(Visitor editor, Keyboard keys)
    {
        await editor.OpenAsync("/admin");
        await keys.TabToAsync("#Email");
        await keys.TypeAsync(Email);
        await keys.TabToAsync("#Password");
        await keys.TypeAsync(Gate.Password);
        await keys.LeaveByAsync("Enter");
    }

    private static async Task WriteAsync(Visitor editor, Keyboard keys)
    {
        await keys.FollowAsync(".top a[href$='/content/new/News']");
        await keys.TabToAsync("#tg-Title");
        await keys.TypeAsync("Китобхонаи нав кушода шуд");
        await keys.TabToAsync(Writer.Text);
        await editor.Page.Keyboard.TypeAsync("Дар шаҳр ");
        await keys.PressAsync("Control+b");
        await editor.Page.Keyboard.TypeAsync("китобхонаи нав");
        await keys.LeaveByAsync("Control+s");

        await Expect(editor.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await Expect(editor.Page.Locator($"{Writer.Text} strong")).ToHaveTextAsync("китобхонаи нав");
    }

    private static async Task PublishAsync(Visitor editor, Keyboard keys)
    {
        await keys.FollowAsync("button[value='publish:tg']");

        await Expect(editor.Page.Locator(".notice.good a[lang=tg]")).ToBeVisibleAsync();
    }

    private static async Task PlanAsync(Visitor editor, Keyboard keys)
    {
        await keys.FollowAsync("button[value='plan:tg']");
        await keys.TabToAsync("#withdraw-tg");
        await editor.Page.Keyboard.TypeAsync("12012027");
        await keys.PressAsync("ArrowRight");
        await editor.Page.Keyboard.TypeAsync("0930AM");
        await keys.FollowAsync("main form .button[type=submit]");

        await Expect(editor.Page.Locator(".pane.tg")).ToContainTextAsync("09:30");
    }

    private static async Task WithdrawAsync(Visitor editor, Keyboard keys)
    {
        await keys.FollowAsync("button[value='withdraw:tg']");
        await keys.TabToAsync("[name=Reason]");
        await keys.PressAsync("Space");
        await keys.TabToAsync("#Note");
        await keys.TypeAsync("Сана нодуруст буд.");
        await keys.FollowAsync("main form .button[type=submit]");

        await Expect(editor.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await Expect(editor.Page.Locator(".pane.tg button[value='publish:tg']")).ToBeVisibleAsync();
    }
}
