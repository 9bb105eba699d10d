using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Media;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Media;

/// <summary>
/// Searches the library for scripts: <c>?q=&amp;kind=picture|document&amp;culture=</c> gives a list of
/// <see cref="FoundFile"/>.
/// </summary>
public sealed class FindModel(SiteDbContext db) : DeskPage
{
    private const int Most = 30;

    public async Task<IActionResult> OnGetAsync(
        string? q, string? kind, string? culture, CancellationToken cancellation)
    {
        var search = new MediaSearch(q ?? "", kind switch { "picture" => true, "document" => false, _ => null });
        var files = await MediaSearch.Newest(search.In(db.Set<MediaFile>().AsNoTracking())).Take(Most)
            .ToListAsync(cancellation);
        var words = Cultures.IsKnown(culture ?? "") ? culture! : Culture;
        return new JsonResult(files.Select(file => FoundFile.Of(Tenant, file, words)));
    }
}
