using EgovSites.Admin.Account.TwoFactor;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Auditing;

public class SecurityLogTests
{
    private const string Other = "a different long password";

    private const string Step = "/admin/profile/two-factor";

    private static readonly string[] Fields = ["What", "Result", "Who", "Site", "Network", "{OriginalFormat}"];

    [Test]
    public async Task Every_event_leaves_exactly_one_line_with_all_fields_and_no_secret()
    {
        var recorder = new LogRecorder();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, recorder.AddTo);
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        using var browser = new DeskClient(host);
        var (number, _) = await host.Client().ReceiptAsync();
        var appeal = (await host.AppealAsync(number)).Id;
        var me = await IdOfAsync(host, desk.Email);
        var (site, key) = ($"/admin/sites/{SiteHost.Agency}", "");
        string Code() => Totp.CodeOf(key, host.Clock.GetUtcNow().ToUnixTimeSeconds() / Totp.Seconds);

        // Who: "me", or "-" for a stranger.
        var events = new (string Line, string Who, Func<Task> Act)[]
        {
            ("SignIn refused", "me", () => browser.EnterAsync(desk.Email, "not the password")),
            ("SignIn refused, unknown", "-", () => browser.EnterAsync("nobody@example.tj", "not the password")),
            ("SignIn done", "me", () => browser.EnterAsync(desk.Email, DeskClient.Password)),
            ("SessionsEnded done", "me", () =>
                desk.PostAsync("/admin/profile/sessions", "/admin/profile/sessions?handler=Others")),
            ("PasswordAsked refused", "me", () =>
                desk.PostAsync(
                    "/admin/profile", "/admin/profile?handler=Password", ("present", "wrong"), ("wanted", Other))),
            ("PasswordChange done", "me", () =>
                desk.PostAsync("/admin/profile", "/admin/profile?handler=Password", ("present", DeskClient.Password),
                    ("wanted", Other))),
            ("Refusal refused", "me", () => desk.GetAsync("/admin/sites/portal/people")),
            ("Refusal refused", "me", () => desk.GetAsync("/admin/mail")),
            ("Invitation done, invite", "me", () =>
                desk.PostAsync($"{site}/people", $"{site}/people?handler=Invite", ("email", "new@example.tj"),
                    ("role", "Author"))),
            ("AppealRead done, appealRead", "me", () => desk.GetAsync($"{site}/appeals/{appeal}")),
            ("AccountChange done, twoFactorOn", "me", async () =>
            {
                key = (await desk.PostAsync(Step, $"{Step}?handler=Begin", ("present", Other))).All(".key-text")
                    .Single().Replace(" ", "", StringComparison.Ordinal);
                await desk.PostAsync(Step, $"{Step}?handler=Confirm", ("code", Code()));
            }),
            ("SignIn done, second step asked", "me", () => browser.EnterAsync(desk.Email, Other)),
            ("SecondStep refused", "me", () =>
                browser.PostAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", "000000"))),
            ("SecondStep done", "me", () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(Totp.Seconds));
                return browser.PostAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", Code()));
            }),
            ("SignOut done", "me", () => browser.PostAsync("/admin/profile", "/admin/sign-out")),
        };

        recorder.Take();
        foreach (var (line, who, act) in events)
        {
            await act();
            var lines = recorder.Take();
            using (Assert.EnterMultipleScope())
            {
                Assert.That(lines.Select(one => $"{one["What"]} {one["Result"]}"), Is.EqualTo([line]));
                Assert.That(lines.Select(one => one["Who"]), Is.All.EqualTo(who == "me" ? me : "stranger"), line);
                Assert.That(lines.SelectMany(one => one.Keys), Is.EquivalentTo(Fields), line);
                Assert.That(lines.SelectMany(one => one.Values), Has.None.Contains("password").And.None.Contains("@")
                    .And.None.Empty, line);
            }
        }
    }

    private static async Task<string> IdOfAsync(SiteHost host, string email)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        return await db.Users.Where(editor => editor.Email == email).Select(editor => editor.Id).SingleAsync();
    }
}
