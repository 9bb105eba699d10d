using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Library;
using EgovSites.Platform.Media;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Media;

/// <summary>
/// A file of the library, or a common one of the portal's, for those who write the site: public, not yet, or not any
/// more.
/// </summary>
public sealed class BytesModel(SiteDbContext db, CentralLibrary central, MediaFiles files) : DeskPage
{
    public async Task<IActionResult> OnGetAsync(string id, string name, CancellationToken cancellation)
    {
        if (!Ids.IsId(id) || await FindAsync(id, cancellation) is not { } file)
        {
            return NotFound();
        }

        var answer = await files.SendPrivatelyAsync(HttpContext, file, name, cancellation);
        await answer.ExecuteAsync(HttpContext);
        return new EmptyResult();
    }

    private async Task<MediaFile?> FindAsync(string id, CancellationToken cancellation) =>
        await db.Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation)
        ?? await central.OneAsync(id, cancellation);
}
