using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Bin;

/// <summary>Deletes for good what has lain in the bin for ninety days; looks once a day.</summary>
public sealed class BinSweep(SiteDatabases sites, ClockGuard clock, TimeProvider time) : IDailyWork
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>
    /// How long words are kept that were typed and never saved, and links that show nothing any more.
    /// </summary>
    public static readonly TimeSpan CopiesKeptFor = TimeSpan.FromDays(30);

    /// <summary>Gives the number of items deleted; their lines in the audit log stay.</summary>
    public async Task<int> SweepAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        var until = time.GetUtcNow() - KeptFor;
        await using var db = sites.Open(tenant);
        var old = db.Set<Item>().Where(item => item.BinnedAt < until);
        await using var transaction = await db.BeginWriteAsync(cancellation);
        // Holds the rows: whoever restores one of them meanwhile comes before all of this or after it, never in
        // between.
        await old.ExecuteUpdateAsync(
            row => row.SetProperty(item => item.BinnedAt, item => item.BinnedAt), cancellation);
        await db.Set<Revision>().Where(row => old.Any(item => item.Id == row.ItemId)).ExecuteDeleteAsync(cancellation);
        await db.Set<Translation>().Where(row => old.Any(item => item.Id == row.ItemId))
            .ExecuteDeleteAsync(cancellation);
        await db.Set<PublishedFile>().Where(row => old.Any(item => item.Id == row.ItemId))
            .ExecuteDeleteAsync(cancellation);
        await db.Set<FormerSlug>().Where(row => old.Any(item => item.Id == row.ItemId))
            .ExecuteDeleteAsync(cancellation);
        var count = await old.ExecuteDeleteAsync(cancellation);
        var forgotten = time.GetUtcNow() - CopiesKeptFor;
        await db.Set<WorkingCopy>().Where(copy => copy.SeenAt < forgotten).ExecuteDeleteAsync(cancellation);
        var ended = db.Set<PreviewLink>().Where(link => link.ExpiresAt < forgotten || link.RevokedAt < forgotten);
        await db.Set<PreviewApproval>().Where(row => ended.Any(link => link.Id == row.LinkId))
            .ExecuteDeleteAsync(cancellation);
        await ended.ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    // A clock that leapt ahead would empty the whole bin for good.
    public Task VisitAsync(Tenant tenant, CancellationToken cancellation) =>
        clock.IsTrusted ? SweepAsync(tenant, cancellation) : Task.CompletedTask;
}
