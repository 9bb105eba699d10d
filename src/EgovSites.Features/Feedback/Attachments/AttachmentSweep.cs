using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Feedback.Attachments;

// A host that is killed between writing a file and committing its appeal leaves a file that nobody can reach. Once a
// day those that no appeal names are removed, here and in the bucket.
public sealed class AttachmentSweep(SiteDatabases sites, IFileStore store, AttachmentQuota quota) : IDailyWork
{
    public async Task<int> SweepAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        var folder = sites.FolderOf(tenant.Id);
        var places = Path.Combine(folder, "appeals");
        var old = Leftovers.In(places, folder);
        if (old.Count == 0)
        {
            return 0;
        }

        await using var db = sites.Open(tenant);
        var known = (await db.Set<AppealFile>().Select(file => file.Id).ToListAsync(cancellation))
            .ToHashSet(StringComparer.Ordinal);
        var nameless = old.Where(path => !known.Contains(Path.GetFileName(path))).ToList();
        foreach (var path in nameless)
        {
            await store.DeleteAsync(path, cancellation);
        }

        return nameless.Count;
    }

    public async Task VisitAsync(Tenant tenant, CancellationToken cancellation)
    {
        await quota.LookAsync(tenant, cancellation);
        await SweepAsync(tenant, cancellation);
    }
}
