using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Library;

/// <summary>
/// The portal's files that every site may use. A site takes a copy into its own library, so that no visitor's request
/// ever reads across tenants; of the portal only files marked as common are ever looked at.
/// </summary>
public sealed class CentralLibrary(SiteDatabases sites, TenantDirectory tenants, MediaFolder folders, IFileStore files,
    SiteDbContext db, AuditLog audit, TimeProvider time)
{
    /// <summary>One page of what a search leaves, newest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<MediaFile> Files, int Total)> FindAsync(
        MediaSearch search, int skip, int take, CancellationToken cancellation = default)
    {
        if (tenants.Portal is not { } portal)
        {
            return ([], 0);
        }

        await using var central = sites.Open(portal);
        var files = search.In(Common(central));
        return (await MediaSearch.Newest(files).Skip(skip).Take(take)
            .ToListAsync(cancellation), await files.CountAsync(cancellation));
    }

    /// <summary>One common file as the portal has it, or null.</summary>
    public async Task<MediaFile?> OneAsync(string mediaId, CancellationToken cancellation = default)
    {
        if (tenants.Portal is not { } portal)
        {
            return null;
        }

        await using var central = sites.Open(portal);
        return await Common(central).SingleOrDefaultAsync(file => file.Id == mediaId, cancellation);
    }

    /// <summary>
    /// The site's own copy of a common file, made where there is none; null when the portal offers no such file.
    /// </summary>
    public async Task<MediaFile?> TakeAsync(
        Actor actor, Tenant tenant, string mediaId, CancellationToken cancellation = default)
    {
        if (tenants.Portal is not { } portal || portal.Id == tenant.Id)
        {
            return null;
        }

        await using var central = sites.Open(portal);
        if (await Common(central).SingleOrDefaultAsync(file => file.Id == mediaId, cancellation) is not { } file)
        {
            return null;
        }

        var own = await db.Set<MediaFile>()
            .FirstOrDefaultAsync(one => one.CopiedFrom == file.Id && one.BinnedAt == null, cancellation);
        return own ?? await CopyAsync(central, actor, tenant, file, cancellation);
    }

    private static IQueryable<MediaFile> Common(SiteDbContext central) =>
        central.Set<MediaFile>().AsNoTracking().Where(file => file.IsCommon && file.BinnedAt == null);

    private async Task<MediaFile> CopyAsync(
        SiteDbContext central, Actor actor, Tenant tenant, MediaFile file, CancellationToken cancellation)
    {
        var copy = CopyOf(file, actor);
        if (copy.Shared.Length == 0)
        {
            await CopyFilesAsync(
                folders.Of(file.TenantId, file.Id, file.Version), folders.Of(tenant.Id, copy.Id), cancellation);
        }

        db.Add(copy);
        await MediaTexts.CopyAsync(central, file, db, copy, cancellation);
        audit.Add(db, actor, "upload", copy.FileName);
        await db.SaveChangesAsync(cancellation);
        return copy;
    }

    // The copy begins its own life: its first version is the one the portal shows now.
    private MediaFile CopyOf(MediaFile file, Actor actor) => new()
    {
        Id = Ids.New(),
        FileName = file.FileName,
        ContentType = file.ContentType,
        Bytes = file.Bytes,
        Width = file.Width,
        Height = file.Height,
        Widths = file.Widths,
        CopyBytes = file.CopyBytes,
        Formats = file.Formats,
        Card = file.Card,
        Shared = file.Version == 1 ? file.Shared : "",
        CopiedFrom = file.Id,
        Alt = file.Alt,
        Caption = file.Caption,
        Decorative = file.Decorative,
        Credit = file.Credit,
        FocusX = file.FocusX,
        FocusY = file.FocusY,
        UploadedAt = time.GetUtcNow(),
        UploadedBy = actor.Name,
    };

    private async Task CopyFilesAsync(string source, string target, CancellationToken cancellation)
    {
        Directory.CreateDirectory(target);
        // Later versions lie in folders below the first one's.
        foreach (var path in (await files.ListAsync(source, cancellation))
            .Where(path => Path.GetDirectoryName(path) == source))
        {
            await files.BringAsync(path, cancellation);
            var own = Path.Combine(target, Path.GetFileName(path));
            File.Copy(path, own);
            DurableFile.Settle(target, Path.GetFileName(path));
            await files.KeepAsync(own, cancellation);
        }
    }
}
