using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media;
using EgovSites.Platform.Media.Pictures;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Library;

/// <summary>
/// Saves what is said about a file. By who may publish, pages that show it say so at once; else when they are published
/// next.
/// </summary>
public sealed class DescribeMedia(
    SiteDbContext db, CurrentTenant current, AuditLog audit, FocusCrop crop, MediaRefresh refresh, OutboxRelay relay)
{
    public async Task<Outcome> RunAsync(
        Actor actor, string mediaId, MediaWords words, CancellationToken cancellation = default)
    {
        if (await db.Set<MediaFile>().SingleOrDefaultAsync(row => row.Id == mediaId, cancellation) is not { } file)
        {
            return Outcome.Refused(new Content.Reason("media.gone"));
        }

        var (clean, problems) = words.Checked();
        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        var isMoved = (file.FocusX, file.FocusY) != (clean.FocusX, clean.FocusY);
        clean.PutInto(file);
        if (isMoved && file.IsPicture)
        {
            file.Card = await crop.MakeAsync(file, cancellation);
        }

        await (actor.Role >= Role.Editor ? refresh.RunAsync(file, cancellation) : Task.CompletedTask);
        audit.Add(db, actor, "describe", file.FileName);
        await db.SaveChangesAsync(cancellation);
        relay.Nudge(current.Tenant.Id);
        return Outcome.Done;
    }
}
