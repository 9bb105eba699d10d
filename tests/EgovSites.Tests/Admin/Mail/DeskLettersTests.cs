using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Publishing.Reviewing;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Mail;

public class DeskLettersTests
{
    private const int Patience = 20000;

    [Test]
    public async Task Who_asked_for_it_hears_of_a_review_and_nobody_else_and_once()
    {
        await using var mail = await MailHost.StartAsync();
        using var wants = await WantsAsync(mail, Role.Editor, Notice.Reviews);
        using var other = await WantsAsync(mail, Role.Editor, Notice.Appeals);
        using var elsewhere = await WantsAsync(mail, Role.Editor, Notice.Reviews, SiteHost.OtherAgency);
        await using var desk = TestDesk.Open(mail.Sites);
        var id = await desk.SaveAsync(("tg", "Матни тафтишшаванда"));

        await desk.Do<Reviews>().AskAsync(new Actor("asker", "Asker", Role.Author), id, "tg");
        await mail.Sites.HandOverAsync();
        await mail.Sites.HandOverAsync();
        await mail.SendAsync();

        Assert.That(() => Readers(mail), Is.EqualTo([wants.Email]).After(Patience, 100));
        Assert.That(mail.Server.Messages[0]
            .Body, Does.Contain($"{MailHost.Origin}/admin/sites/{SiteHost.Agency}/content/{id}/review/tg"));
    }

    [Test]
    public async Task A_failed_plan_is_written_to_the_editor_and_to_the_centre()
    {
        await using var mail = await MailHost.StartAsync();
        using var editor = await WantsAsync(mail, Role.Editor, Notice.Failures);
        using var centre = await WantsAsync(mail, Role.CentralAdministrator, Notice.Failures);
        await using var desk = TestDesk.Open(mail.Sites);
        var id = await desk.SaveAsync(("tg", "Нақшаи ноком"));
        await desk.Do<Schedule>()
            .RunAsync(TestDesk.Officer, id, "tg", new(mail.Sites.Clock.GetUtcNow() + TimeSpan.FromHours(1), null));
        desk.Db.ChangeTracker.Clear();
        await desk.Db.Set<Translation>().Where(words => words.ItemId == id)
            .ExecuteUpdateAsync(words => words.SetProperty(one => one.Fields, new FieldValues()));

        mail.Sites.Clock.Advance(TimeSpan.FromHours(1));
        await mail.Sites.Services.GetRequiredService<ScheduleWorker>()
            .RunDueAsync(mail.Sites.Tenant(SiteHost.Agency), CancellationToken.None);
        await mail.Sites.HandOverAsync();

        await mail.SendAsync();

        Assert.That(() => Readers(mail), Is.EquivalentTo([editor.Email, centre.Email]).After(Patience, 100));
    }

    private static List<string> Readers(MailHost mail) =>
        [.. mail.Server.Messages.SelectMany(message => message.Recipients)];

    private static async Task<DeskClient> WantsAsync(
        MailHost mail, Role role, Notice notice, string tenant = SiteHost.Agency)
    {
        var desk = await DeskClient.SignInAsync(mail.Sites, role, tenant);
        await desk.PostAsync("/admin/profile/notices", "/admin/profile/notices", ("notice", notice.ToString()));
        return desk;
    }
}
