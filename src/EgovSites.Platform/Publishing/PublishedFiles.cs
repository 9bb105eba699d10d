using EgovSites.Platform.Media;
using EgovSites.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing;

/// <summary>Keeps which documents a publication carries: only those on its own page, so that no draft is found by its files.</summary>
internal static class PublishedFiles
{
    /// <summary>Puts the rows of one item right within the caller's transaction.</summary>
    public static async Task KeepAsync(
        SiteDbContext db, string itemId, IEnumerable<Publication> written, IEnumerable<MediaFile> media, CancellationToken cancellation)
    {
        var documents = media.Where(file => !file.IsPicture).Select(file => file.Id).ToList();
        var known = await db.Set<PublishedFile>().Where(row => row.ItemId == itemId).ToListAsync(cancellation);
        foreach (var page in written)
        {
            var (fields, present) = (page.Fields.ToJson(), known.Where(row => row.Culture == page.Culture).ToList());
            var carried = documents.Where(id => fields.Contains(id, StringComparison.Ordinal)).ToList();
            db.RemoveRange(present.Where(row => !carried.Contains(row.MediaId)));
            db.AddRange(carried.Except(present.Select(row => row.MediaId))
                .Select(id => new PublishedFile { ItemId = itemId, Culture = page.Culture, MediaId = id }));
        }
    }
}
