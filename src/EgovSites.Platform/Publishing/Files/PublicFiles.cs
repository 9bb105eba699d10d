using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Files;

/// <summary>Finds a site's files for strangers, and says which of them anything public names.</summary>
public sealed class PublicFiles(SiteDbContext db, TimeProvider time)
{
    /// <summary>
    /// The file outside the bin, and how it stands; null where there is none. What a page names costs one query.
    /// </summary>
    public async Task<(MediaFile File, FileStanding Standing)?> FindAsync(
        string mediaId, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var pages = Pages.Where(row => row.ShownAt <= now);
        var found = await db.Set<MediaFile>().AsNoTracking().Where(file => file.Id == mediaId && file.BinnedAt == null)
            .Select(file => new
            {
                File = file,
                IsNamed = db.Set<PublishedFile>().Any(named => named.MediaId == file.Id
                    && pages.Any(page => page.ItemId == named.ItemId && page.Culture == named.Culture)),
            })
            .SingleOrDefaultAsync(cancellation);
        return found is null ? null
            : (found.File, found.IsNamed ? FileStanding.Public : await ElsewhereAsync(mediaId, cancellation));
    }

    // Asked only of files that no page names, so whole documents may be looked through.
    private async Task<FileStanding> ElsewhereAsync(string mediaId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var found = await db.Set<MediaFile>().Where(file => file.Id == mediaId)
            .Select(file => new
            {
                IsNamed = db.Set<SiteSetting>().Any(row => ((string)(object)row.Value).Contains(mediaId))
                    || db.Set<OwnRedirect>().Any(row => row.To.Contains(mediaId))
                    || db.Set<GoneAddress>().Any(row => row.RedirectTo.Contains(mediaId))
                    || Pages.Any(row => !row.FilesKept && row.ShownAt <= now
                        && ((string)(object)row.Fields).Contains(mediaId)),
                WasNamed = db.Set<PublishedFile>().Any(named => named.MediaId == mediaId
                    && db.Set<GoneAddress>()
                        .Any(gone => gone.ItemId == named.ItemId && gone.Culture == named.Culture
                            && gone.RedirectTo == "")),
            })
            .SingleAsync(cancellation);
        return found.IsNamed ? FileStanding.Public : found.WasNamed ? FileStanding.Withdrawn : FileStanding.Unnamed;
    }

    // A page under a notice of withdrawal is still read, with all it shows.
    private IQueryable<Publication> Pages => db.Set<Publication>().IgnoreQueryFilters([Publication.WithoutWithdrawn]);
}
