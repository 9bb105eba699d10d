using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Feedback.Sending;

// Tells the officers who asked for it that an appeal came. The citizen's words stay on the desk: mail is read anywhere.
public sealed class AppealLetters(
    IDbContextFactory<HostDbContext> hosts, Notifications notifications, Mailbox mailbox, Words words) : IOutboxHandler
{
    public const string Word = "appeal";

    public string Kind => Word;

    public async Task HandleAsync(
        Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        if (!mailbox.IsOpen
            || await site.Set<Appeal>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.Id == message.ItemId, cancellation) is not { } appeal)
        {
            return;
        }

        await using var db = await hosts.CreateDbContextAsync(cancellation);
        foreach (var officer in await notifications.WhichOfficersWantAsync(Notice.Appeals, tenant.Id, cancellation))
        {
            var (culture, subject) =
                (officer.Culture, words.In(officer.Culture, "feedback.letterSubject", appeal.Number));
            await mailbox.AddAsync(db, officer.Email!, Word, culture, subject, BodyFor(culture, tenant, appeal),
                $"{appeal.Id}-{officer.Id}");
        }

        await db.SaveChangesAsync(cancellation);
    }

    private string BodyFor(string culture, Tenant tenant, Appeal appeal) => words.In(culture, "feedback.letterBody",
        tenant.Name[culture], appeal.Number, Dates.Long(appeal.DueOn, culture),
        mailbox.AddressOf($"/admin/sites/{tenant.Slug}/appeals/{appeal.Id}"));
}
