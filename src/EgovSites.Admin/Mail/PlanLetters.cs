using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Mail;

/// <summary>
/// Tells the editors and the centre, where they asked for it, that something scheduled did not happen.
/// </summary>
public sealed class PlanLetters(Notifications notifications, DeskLetters letters) : IOutboxHandler
{
    public string Kind => DuePlans.Failed;

    public async Task HandleAsync(
        Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        var words = await site.Set<Translation>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ItemId == message.ItemId && row.Culture == message.Culture, cancellation);
        if (!letters.IsOpen || words?.PlanFailedAt is null)
        {
            return;
        }

        var editors = await notifications.WhoWantsAsync(Notice.Failures, tenant.Id, Role.Editor, cancellation);
        var centre = await notifications.WhoWantsAtTheCentreAsync(Notice.Failures, cancellation);
        await letters.WriteAsync(Kind, tenant, editors.Concat(centre), words.Title,
            $"/admin/sites/{tenant.Slug}/content/{words.ItemId}?check={words.Culture}", message.Id, cancellation);
    }
}
