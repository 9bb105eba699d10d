using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media;
using EgovSites.Platform.Media.Pictures;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Library;

/// <summary>
/// Puts another file, or an older version, under a file's address; pages that show it follow at once.
/// </summary>
public sealed class ReplaceMedia(
    SiteDbContext db, CurrentTenant current, AuditLog audit, MediaStore store, MediaFolder folders, FocusCrop crop,
    MediaTexts texts, MediaUses uses, MediaRefresh refresh, OutboxRelay relay)
{
    public Task<Outcome> RunAsync(
        Actor actor, string mediaId, Stream content, string fileName, CancellationToken cancellation = default) =>
        ChangeAsync(actor, mediaId, file =>
            store.ReplaceAsync(db, file, content, fileName, actor.Name, cancellation), cancellation);

    /// <summary>Lets an older version, or a newer one that was taken back, stand under the address again.</summary>
    public Task<Outcome> RestoreAsync(
        Actor actor, string mediaId, int number, CancellationToken cancellation = default) =>
        ChangeAsync(actor, mediaId, file => RestoreAsync(file, number, cancellation), cancellation);

    private async Task<Outcome> ChangeAsync(
        Actor actor, string mediaId, Func<MediaFile, Task<Reason?>> change, CancellationToken cancellation)
    {
        if (await db.Set<MediaFile>()
            .SingleOrDefaultAsync(row => row.Id == mediaId && row.BinnedAt == null, cancellation) is not { } file)
        {
            return Outcome.Refused(new Reason("media.gone"));
        }

        if (actor.Role < Role.Editor && await uses.ArePublicAsync(mediaId, cancellation))
        {
            return Outcome.Refused(new Reason("media.editorOnly"));
        }

        if (await change(file) is { } problem)
        {
            return Outcome.Refused(problem);
        }

        if (await folders.OriginalAsync(file, cancellation) is not { } original)
        {
            return Outcome.Refused(new Reason("media.gone"));
        }

        // The crop of a version is made around the present point of focus.
        file.Card = await crop.MakeAsync(file, cancellation);
        await texts.ReadAsync(db, file, original, cancellation);
        await refresh.RunAsync(file, cancellation);
        audit.Add(db, actor, "replace", file.FileName);
        await db.SaveChangesAsync(cancellation);
        relay.Nudge(current.Tenant.Id);
        return Outcome.Done;
    }

    private async Task<Reason?> RestoreAsync(MediaFile file, int number, CancellationToken cancellation)
    {
        var version = await db.Set<MediaVersion>()
            .SingleOrDefaultAsync(row => row.MediaId == file.Id && row.Number == number, cancellation);
        version?.PutInto(file);
        return version is null ? new Reason("media.gone") : null;
    }
}
