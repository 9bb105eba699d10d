using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Library;

/// <summary>
/// Puts a file of the portal into the central library, from which every site may take a copy, or takes it out.
/// </summary>
public sealed class ShareMedia(SiteDbContext db, CurrentTenant current, AuditLog audit)
{
    /// <summary>Whether this person may do so here.</summary>
    public static bool Allows(Actor actor, Tenant tenant) => tenant.IsPortal && actor.Role == Role.CentralAdministrator;

    public async Task<Outcome> RunAsync(
        Actor actor, string mediaId, bool isCommon, CancellationToken cancellation = default)
    {
        if (!Allows(actor, current.Tenant))
        {
            return Outcome.Refused(new Reason("media.centralOnly"));
        }

        if (await db.Set<MediaFile>().SingleOrDefaultAsync(row => row.Id == mediaId, cancellation) is not { } file)
        {
            return Outcome.Refused(new Reason("media.gone"));
        }

        file.IsCommon = isCommon;
        audit.Add(db, actor, isCommon ? "common" : "uncommon", file.FileName);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }
}
