using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Library;

/// <summary>Lays a file into the bin, or takes it out again; refused while visitors see it anywhere.</summary>
public sealed class BinMedia(SiteDbContext db, AuditLog audit, MediaUses uses, TimeProvider time)
{
    public Task<Outcome> RunAsync(Actor actor, string mediaId, CancellationToken cancellation = default) =>
        MoveAsync(actor, mediaId, "bin", time.GetUtcNow(), cancellation);

    public Task<Outcome> RestoreAsync(Actor actor, string mediaId, CancellationToken cancellation = default) =>
        MoveAsync(actor, mediaId, "restore", null, cancellation);

    private async Task<Outcome> MoveAsync(
        Actor actor, string mediaId, string verb, DateTimeOffset? at, CancellationToken cancellation)
    {
        if (await db.Set<MediaFile>().SingleOrDefaultAsync(row => row.Id == mediaId, cancellation) is not { } file)
        {
            return Outcome.Refused(new Reason("media.gone"));
        }

        if (at is not null && await uses.ArePublicAsync(mediaId, cancellation))
        {
            return Outcome.Refused(new Reason("media.usedPublicly"));
        }

        file.BinnedAt = at;
        audit.Add(db, actor, verb, file.FileName);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }
}
