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
        var documents = media.Where(file => !file.IsPicture).ToList();
        var known = await db.Set<PublishedFile>().Where(row => row.ItemId == itemId).ToListAsync(cancellation);
        foreach (var page in written)
        {
            var (carried, present) = (Of(page, documents).ToList(), known.Where(row => row.Culture == page.Culture).ToList());
            db.RemoveRange(present.ExceptBy(carried.Select(row => row.MediaId), row => row.MediaId));
            db.AddRange(carried.ExceptBy(present.Select(row => row.MediaId), row => row.MediaId));
        }
    }

    /// <summary>The documents that a page shows or mentions.</summary>
    public static IEnumerable<PublishedFile> Of(Publication page, IReadOnlyCollection<MediaFile> documents)
    {
        var fields = page.Fields.ToJson();
        return documents.Where(file => fields.Contains(file.Id, StringComparison.Ordinal))
            .Select(file => new PublishedFile { ItemId = page.ItemId, Culture = page.Culture, MediaId = file.Id });
    }
}
