using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Reviewing;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Mail;

/// <summary>Tells the editors who asked for it that words wait for a second pair of eyes.</summary>
public sealed class ReviewLetters(Notifications notifications, DeskLetters letters) : IOutboxHandler
{
    public string Kind => Reviews.Asked;

    public async Task HandleAsync(
        Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        var words = await site.Set<Translation>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ItemId == message.ItemId && row.Culture == message.Culture, cancellation);
        if (!letters.IsOpen || words?.Review.State != ReviewState.Asked)
        {
            return;
        }

        var readers = await notifications.WhoWantsAsync(Notice.Reviews, tenant.Id, Role.Editor, cancellation);
        await letters.WriteAsync(
            Kind, tenant, readers.Where(reader => reader.Id != words.Review.AskedById), words.Title,
            $"/admin/sites/{tenant.Slug}/content/{words.ItemId}/review/{words.Culture}", message.Id, cancellation);
    }
}
