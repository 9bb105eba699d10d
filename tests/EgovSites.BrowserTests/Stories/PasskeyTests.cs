using EgovSites.Platform.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Stories;

/// <summary>A passkey from its making to its use, with an authenticator that the browser imitates.</summary>
public sealed class PasskeyTests
{
    // An IP address is no domain, and passkeys belong to a domain.
    private static readonly string Origin = $"http://localhost:{BrowserRun.Host.Address.Port}";

    [Test]
    public async Task An_editor_makes_a_passkey_and_signs_in_by_it_without_a_word()
    {
        await using var editor = await Visitor.ComeAsync();
        await PlugInAsync(editor.Page, isVerified: true);
        await new Gate(editor)
            .JoinAsync(Origin
                + await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, "kalid@example.tj"),
                    "Меҳрубон Саидова", "tg");

        await AddAsync(editor, "not the password");
        await Expect(editor.Page.Locator("[data-failed]")).ToBeVisibleAsync();
        await AddAsync(editor, Gate.Password);
        await Expect(editor.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await Expect(editor.Page.Locator("input[name=name][value='Компютери корӣ']")).ToBeVisibleAsync();
        await editor.Page.Context.ClearCookiesAsync();
        await EnterAsync(editor);

        await Expect(editor.Page).ToHaveURLAsync($"{Origin}/admin/sites/{BrowserRun.OtherAgency}");
    }

    [Test]
    public async Task A_passkey_that_did_not_verify_the_person_or_is_unknown_opens_nothing()
    {
        await using var stranger = await Visitor.ComeAsync();
        await PlugInAsync(stranger.Page, isVerified: false);

        await EnterAsync(stranger);

        await Expect(stranger.Page.Locator("[data-failed]")).ToBeVisibleAsync();
        await stranger.Page.GotoAsync($"{Origin}/admin/profile");
        Assert.That(new Uri(stranger.Page.Url).AbsolutePath, Is.EqualTo("/admin/sign-in"));
    }

    private static async Task PlugInAsync(IPage page, bool isVerified)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = isVerified,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task AddAsync(Visitor editor, string password)
    {
        await editor.Page.GotoAsync($"{Origin}/admin/profile/passkeys");
        await editor.Page.FillAsync("#name", "Компютери корӣ");
        await editor.Page.FillAsync("#present", password);
        await editor.Page.ClickAsync("form[data-passkey] button[type=submit]");
    }

    private static async Task EnterAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync($"{Origin}/admin/sign-in");
        await visitor.Page.ClickAsync("form[data-passkey] button");
    }
}
