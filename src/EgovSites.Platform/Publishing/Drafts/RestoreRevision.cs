using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>
/// Brings an older state of an item back as a new draft on top; nothing public changes and nothing is lost.
/// </summary>
public sealed class RestoreRevision(SiteDbContext db, SaveDraft save)
{
    public async Task<Outcome> RunAsync(
        Actor actor, string itemId, int number, CancellationToken cancellation = default)
    {
        var newest = await db.Set<Item>().Where(row => row.Id == itemId).Select(row => (int?)row.Revision)
            .SingleOrDefaultAsync(cancellation);
        var old = await db.Set<Revision>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ItemId == itemId && row.Number == number, cancellation);
        return newest is null || old is null
            ? Outcome.Refused(new Reason("workflow.gone"))
            : await save.UpdateAsync(
                actor, itemId, new ItemDraft(old.Shared.Copy(), Revisions.WordsOf(old), newest.Value), cancellation);
    }
}
