using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Media;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Media;

/// <summary>One version of a file, for those who keep the library: visitors get only a document's newest.</summary>
public sealed class VersionModel(SiteDbContext db, MediaFolder folders) : DeskPage
{
    public async Task<IActionResult> OnGetAsync(string id, int number, CancellationToken cancellation)
    {
        var file = await db.Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        var version = await db.Set<MediaVersion>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.MediaId == id && row.Number == number, cancellation);
        if (file is null || version is null
            || await folders.FindAsync(file, version, MediaName.Original, cancellation) is not { } path)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return PhysicalFile(path, version.ContentType, version.FileName);
    }
}
