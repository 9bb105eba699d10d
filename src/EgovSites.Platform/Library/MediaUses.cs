using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Library;

/// <summary>
/// Says where a file is used. The documents themselves are looked through, by tenant: nothing is kept beside them that
/// could be forgotten, and a file that is asked about is asked about rarely.
/// </summary>
public sealed class MediaUses(SiteDbContext db)
{
    /// <summary>Every item outside the bin that mentions the file, and every one that shows it to visitors.</summary>
    public async Task<IReadOnlyList<MediaUse>> OfAsync(string mediaId, CancellationToken cancellation = default)
    {
        var shown = await Publications(mediaId).Select(row => new { row.ItemId, row.Culture })
            .ToListAsync(cancellation);
        var publicly = shown.Select(row => row.ItemId).Distinct().ToList();
        var mentioning = db.Set<Translation>().Where(words => ((string)(object)words.Fields).Contains(mediaId))
            .Select(words => words.ItemId);
        var items = await db.Set<Item>().AsNoTracking()
            .Where(item => publicly.Contains(item.Id) || (item.BinnedAt == null
                && (((string)(object)item.Shared).Contains(mediaId) || mentioning.Contains(item.Id))))
            .OrderByDescending(item => item.ChangedAt)
            .Select(item =>
                new
                {
                    item.Id,
                    item.Type,
                    Titles = item.Translations.Select(words => new { words.Culture, words.Title })
                    .ToList()
                })
            .ToListAsync(cancellation);
        return
        [
            .. items.Select(item => new MediaUse(
                item.Id,
                item.Titles.OrderByDescending(words => words.Culture == Cultures.Default).Select(words => words.Title)
                    .FirstOrDefault(title => title.Length > 0) ?? item.Id,
                item.Type,
                [.. Cultures.All.Where(culture => shown.Any(row => row.ItemId == item.Id && row.Culture == culture))])),
        ];
    }

    /// <summary>Whether visitors see the file anywhere.</summary>
    public Task<bool> ArePublicAsync(string mediaId, CancellationToken cancellation = default) =>
        Publications(mediaId).AnyAsync(cancellation);

    internal IQueryable<Publication> Publications(string mediaId) => Ids.IsId(mediaId)
        ? db.Set<Publication>().IgnoreQueryFilters([Publication.WithoutWithdrawn])
            .Where(row => ((string)(object)row.Fields).Contains(mediaId))
        : throw new ArgumentException("Only a generated id is looked for.", nameof(mediaId));
}
