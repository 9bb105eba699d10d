using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Library;

/// <summary>
/// Removes once a day what a killed host left of uploads: pieces that no row names, and folders that never got their
/// name.
/// </summary>
public sealed class UploadSweep(SiteDatabases sites) : IDailyWork
{
    /// <summary>Gives the number of leftovers removed.</summary>
    public async Task<int> SweepAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        var folder = sites.FolderOf(tenant.Id);
        var pieces = await NamelessAsync(tenant, Leftovers.In(Path.Combine(folder, "uploads"), folder), cancellation);
        var halves = Leftovers.Among(UnnamedIn(Path.Combine(folder, "media")), folder);
        pieces.ForEach(File.Delete);
        foreach (var half in halves)
        {
            Directory.Delete(half, recursive: true);
        }

        return pieces.Count + halves.Count;
    }

    public Task VisitAsync(Tenant tenant, CancellationToken cancellation) => SweepAsync(tenant, cancellation);

    private async Task<List<string>> NamelessAsync(
        Tenant tenant, IReadOnlyList<string> old, CancellationToken cancellation)
    {
        if (old.Count == 0)
        {
            return [];
        }

        await using var db = sites.Open(tenant);
        var known = await db.Set<MediaUpload>().Select(row => row.Id).ToListAsync(cancellation);
        return [.. old.Where(path => !known.Contains(Path.GetFileName(path)))];
    }

    private static string[] UnnamedIn(string folder) =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder, "*.new", SearchOption.AllDirectories) : [];
}
