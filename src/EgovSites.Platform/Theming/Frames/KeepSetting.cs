using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Theming.Frames;

/// <summary>Writes one of a site's settings over the state that was read; visitors see it at once.</summary>
public sealed class KeepSetting(SiteDbContext db, CurrentTenant current, AuditLog audit, SiteRefresh refresh)
{
    /// <summary>
    /// False when somebody else wrote it in the meantime: then nothing is saved. A setting not kept before is null.
    /// </summary>
    public async Task<bool> RunAsync(
        Actor actor, SiteSetting? setting, string name, FieldValues value, string verb, string subject,
        CancellationToken cancellation = default)
    {
        if (setting is null)
        {
            db.Add(new SiteSetting { Name = name, Value = value });
        }
        else
        {
            setting.Value = value;
        }

        audit.Add(db, actor, verb, subject);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || setting is null)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        await refresh.RunEverywhereAsync(current.Tenant, cancellation);
        return true;
    }
}
