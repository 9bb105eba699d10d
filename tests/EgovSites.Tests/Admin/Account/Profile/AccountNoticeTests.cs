using EgovSites.Admin.Account.TwoFactor;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Admin.Account.Profile;

public class AccountNoticeTests
{
    private const string Address = "/admin/profile/two-factor";

    [Test]
    public async Task The_holder_and_the_sites_log_hear_of_a_second_step_turned_on_renewed_and_off()
    {
        await using var mail = await MailHost.StartAsync();
        // Nothing is taken, so that every letter still waits when it is looked at, however slow the machine.
        mail.Server.Refuse = _ => "451 later";
        using var desk = await DeskClient.SignInAsync(mail.Sites, Role.Editor, culture: "ru");
        var begun = await desk.PostAsync(Address, $"{Address}?handler=Begin", ("present", DeskClient.Password));
        var key = begun.All(".key-text").Single().Replace(" ", "", StringComparison.Ordinal);

        await desk.PostAsync(Address, $"{Address}?handler=Confirm",
            ("code", Totp.CodeOf(key, mail.Sites.Clock.GetUtcNow().ToUnixTimeSeconds() / Totp.Seconds)));
        await desk.PostAsync(Address, $"{Address}?handler=Codes", ("present", "not the password at all"));
        await desk.PostAsync(Address, $"{Address}?handler=Codes", ("present", DeskClient.Password));
        await desk.PostAsync(Address, $"{Address}?handler=Off", ("present", DeskClient.Password));
        var letters = (await mail.WaitingAsync()).Where(letter => letter.Kind == "account").ToList();
        await using var look = TestDesk.Open(mail.Sites);
        await using var elsewhere = TestDesk.Open(mail.Sites, SiteHost.OtherAgency);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(letters.Select(letter => (letter.To, letter.Culture)), Is.All.EqualTo((desk.Email, "ru"))
                .And.Exactly(3).Items);
            Assert.That(letters.Select(letter => letter.Body), Has.One.Contains("включён второй шаг")
                .And.One.Contains("выключен второй шаг").And.One.Contains("запасные коды"));
            Assert.That(
                await LinesAsync(look, desk.Email), Is.EquivalentTo(["twoFactorOn", "recoveryCodes", "twoFactorOff"]));
            Assert.That(await LinesAsync(elsewhere, desk.Email), Is.Empty);
        }
    }

    private static Task<List<string>> LinesAsync(TestDesk desk, string email) =>
        desk.Db.Set<AuditEntry>().Where(entry => entry.Subject == email && entry.Verb != "join")
            .Select(entry => entry.Verb).ToListAsync();
}
