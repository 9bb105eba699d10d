using EgovSites.Platform.Accounts;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Mail;

public class LettersTests
{
    private const int Patience = 15_000;
    private const string People = $"/admin/sites/{SiteHost.Agency}/people";
    private const string Letters = "/admin/mail";
    private const string Notices = "/admin/profile/notices";

    [Test]
    public async Task An_invitation_is_written_in_the_readers_language_and_its_link_opens()
    {
        await using var host = await MailHost.StartAsync();
        using var known = await DeskClient.SignInAsync(host.Sites, Role.Author, SiteHost.OtherAgency, culture: "en");
        using var desk = await DeskClient.SignInAsync(host.Sites, Role.AgencyAdministrator, culture: "ru");

        var refused = await desk.PostAsync(People, $"{People}?handler=Invite",
            ("email", "new@example.tj\nBcc: other@example.tj"), ("role", nameof(Role.Author)));
        await desk.PostAsync(
            People, $"{People}?handler=Invite", ("email", "new@example.tj"), ("role", nameof(Role.Author)));
        await desk.PostAsync(People, $"{People}?handler=Invite", ("email", known.Email), ("role", nameof(Role.Author)));
        await host.SendAsync();
        Assert.That(() => host.Server.Messages, Has.Count.EqualTo(2).After(Patience, 50));
        var fresh = host.Server.Messages.Single(letter => letter.Recipients[0] == "new@example.tj");
        var old = host.Server.Messages.Single(letter => letter.Recipients[0] == known.Email);
        using var newcomer = new DeskClient(host.Sites);
        var link =
            new Uri(fresh.Body.Split((char[]?)null).Single(word => word.StartsWith("http", StringComparison.Ordinal)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(fresh.Subject, Does.StartWith("Приглашение в EgovSites"));
            Assert.That(old.Subject, Does.StartWith("Invitation to EgovSites"));
            Assert.That((await newcomer.GetAsync(link.PathAndQuery)).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Without_a_mail_server_no_letter_is_written_and_the_desk_says_so()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var central = await DeskClient.SignInAsync(host, Role.CentralAdministrator, culture: "en");

        var invited = await central.PostAsync(
            People, $"{People}?handler=Invite", ("email", "new@example.tj"), ("role", nameof(Role.Author)));
        var page = await central.GetAsync(Letters);
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(invited.Document.QuerySelector("#link"), Is.Not.Null);
            Assert.That(invited.Text, Does.Not.Contain("A letter with the link"));
            Assert.That(page.Text, Does.Contain("Mail is not set up"));
            Assert.That(await db.Set<Letter>().AnyAsync(), Is.False);
        }
    }

    [Test]
    public async Task An_appeal_is_announced_to_the_officers_of_its_site_who_asked_for_it()
    {
        await using var host = await MailHost.StartAsync();
        using var wants = await DeskClient.SignInAsync(host.Sites, Role.Officer, culture: "ru");
        using var silent = await DeskClient.SignInAsync(host.Sites, Role.Officer);
        using var author = await DeskClient.SignInAsync(host.Sites, Role.Author);
        using var elsewhere = await DeskClient.SignInAsync(host.Sites, Role.Officer, SiteHost.OtherAgency);
        foreach (var person in new[] { wants, author, elsewhere })
        {
            await person.PostAsync(Notices, Notices, ("notice", nameof(Notice.Appeals)));
        }

        var (number, _) = await host.Sites.Client().ReceiptAsync();
        Assert.That(() => host.Server.Messages, Has.Count.EqualTo(1).After(Patience, 50));
        var letter = host.Server.Messages[0];
        var link = letter.Body.Split((char[]?)null).Single(word => word.StartsWith("http", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(letter.Recipients, Is.EqualTo([wants.Email]));
            Assert.That(letter.Subject, Is.EqualTo($"Новое обращение {number}"));
            Assert.That(letter.Body, Does.Not.Contain("дору").And.Not.Contain("Раҳимова"));
            Assert.That(link, Does.StartWith(MailHost.Origin));
            Assert.That((await wants.GetAsync(new Uri(link).PathAndQuery)).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task The_central_team_sees_what_was_not_sent_and_sends_it_again()
    {
        await using var host = await MailHost.StartAsync();
        using var central = await DeskClient.SignInAsync(host.Sites, Role.CentralAdministrator);
        host.Server.Refuse = line =>
            line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 <b>no such user</b>" : null;
        await host.WriteAsync("gone@example.tj");
        await host.SendAsync();
        Assert.That(() => central.GetAsync(Letters).GetAwaiter().GetResult()
            .Document.QuerySelectorAll("tbody .tag.stop"), Has.Length.EqualTo(1).After(Patience, 100));
        var page = await central.GetAsync(Letters);

        host.Server.Refuse = _ => null;
        await central.PostAsync(Letters, $"{Letters}?handler=Retry",
            ("letter", page.Document.QuerySelector("[name=letter]")!.GetAttribute("value")!));
        await host.SendAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("gone@example.tj"));
            Assert.That(page.Document.QuerySelector("tbody td b"), Is.Null);
            Assert.That(() => host.Server.Messages, Has.Count.EqualTo(1).After(Patience, 50));
            Assert.That(() => central.GetAsync(Letters).GetAwaiter().GetResult()
                .Document.QuerySelector("tbody"), Is.Null.After(Patience, 100));
        }
    }

    [Test]
    public async Task Only_the_central_team_reads_the_list()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        using var stranger = new DeskClient(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.GetAsync(Letters)).Status, Is.EqualTo(403));
            Assert.That((await desk.PostAsync("/admin/profile", $"{Letters}?handler=Retry")).Status, Is.EqualTo(403));
            Assert.That((await stranger.GetAsync(Letters)).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task Choices_are_kept_and_can_be_taken_back()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        await desk.PostAsync(Notices, Notices, ("notice", nameof(Notice.Appeals)), ("notice", nameof(Notice.Reviews)));
        var chosen = (await desk.GetAsync(Notices)).Document.QuerySelectorAll("input[checked]")
            .Select(box => box.GetAttribute("value")).ToList();
        await desk.PostAsync(Notices, Notices);
        var none = (await desk.GetAsync(Notices)).Document.QuerySelectorAll("input[checked]");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(chosen, Is.EquivalentTo([nameof(Notice.Appeals), nameof(Notice.Reviews)]));
            Assert.That(none, Is.Empty);
        }
    }
}
