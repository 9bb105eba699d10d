using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>
/// How an editorial verb saves: what somebody else did to the item in the meantime is a reason, not a fault.
/// </summary>
internal static class VerbCommit
{
    /// <summary>The key of the reason; doing the same again, on what stands now, may well succeed.</summary>
    public const string Changed = "workflow.changed";

    /// <summary>
    /// Lets the saving find out whether somebody published or withdrew these words since they were read, even where
    /// nothing in their row changes.
    /// </summary>
    public static void CompareState(this SiteDbContext db, Translation words) =>
        db.Entry(words).Property(row => row.State).IsModified = true;

    /// <summary>Null when it is saved; otherwise the reason, and nothing is.</summary>
    public static async Task<Reason?> TrySaveAsync(this SiteDbContext db, string itemId, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Reason(await db.Set<Item>().AnyAsync(item => item.Id == itemId, cancellation) ? Changed
                : "workflow.gone");
        }
    }
}
