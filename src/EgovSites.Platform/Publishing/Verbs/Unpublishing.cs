using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>
/// Takes publications off the public site within the caller's transaction and leaves what visitors shall find instead.
/// </summary>
public sealed class Unpublishing(SiteDbContext db, Outbox outbox, TimeProvider time)
{
    /// <summary>The rows that were public.</summary>
    public async Task<IReadOnlyList<Publication>> RunAsync(
        Item item, IReadOnlyCollection<string> cultures, Withdrawal withdrawal, CancellationToken cancellation)
    {
        // A page that stands under a notice may yet go altogether.
        var rows = await db.Set<Publication>().IgnoreQueryFilters([Publication.WithoutWithdrawn])
            .Where(row => row.ItemId == item.Id && cultures.Contains(row.Culture)).ToListAsync(cancellation);
        // Another item may have left one of these addresses before this one took it.
        var slugs = rows.Select(row => row.Slug).ToList();
        var gone = await db.Set<GoneAddress>().Where(row => row.ItemId == item.Id || slugs.Contains(row.Slug))
            .ToListAsync(cancellation);
        foreach (var row in rows)
        {
            Settle(item.In(row.Culture)!);
            if (withdrawal.Reason == WithdrawalReason.Outdated)
            {
                (row.WithdrawnAt, row.WithdrawnNote) = (time.GetUtcNow(), withdrawal.Note);
            }
            else
            {
                db.Remove(row);
                Leave(row, withdrawal, gone);
            }

            outbox.Add(db, item.Id, row.Culture);
        }

        return rows;
    }

    // An update that was planned must not bring back what was taken away since. One that failed is not tried again
    // anyway.
    private void Settle(Translation words)
    {
        (words.State, words.PublishedRevision, words.WithdrawAt) = (TranslationState.Withdrawn, 0, null);
        words.PublishAt = words.PlanFailedAt is null ? null : words.PublishAt;
        db.CompareState(words);
        words.Review.SecondLookDueAt = null;
    }

    private void Leave(Publication row, Withdrawal withdrawal, List<GoneAddress> known)
    {
        var gone = known.Find(one => one.Culture == row.Culture && one.Section == row.Section && one.Slug == row.Slug);
        if (gone is null)
        {
            gone = new GoneAddress
            {
                Culture = row.Culture,
                Section = row.Section,
                Slug = row.Slug,
                ItemId = row.ItemId,
                At = time.GetUtcNow()
            };
            db.Add(gone);
        }

        (gone.ItemId, gone.At, gone.Note) = (row.ItemId, time.GetUtcNow(), withdrawal.Note);
        gone.RedirectTo = withdrawal.Reason == WithdrawalReason.Moved ? RedirectAddress.To(withdrawal.RedirectTo)! : "";
    }
}
