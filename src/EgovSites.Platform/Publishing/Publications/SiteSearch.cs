using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>Finds by words what the tenant has published.</summary>
public sealed class SiteSearch(SiteDbContext db, TimeProvider time)
{
    /// <summary>How many hits each section has for the words.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(
        string culture, string words, CancellationToken cancellation = default)
    {
        var sought = SearchWord.In(words);
        return sought.Count == 0
            ? new Dictionary<string, int>()
            : await db.Shown(culture, time.GetUtcNow()).Where(row => row.SearchText != "")
                .Narrow(db, new ItemFilter { Words = sought }, time.GetUtcNow())
                .GroupBy(row => row.Section)
                .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }

    /// <summary>
    /// Everything searchable that has all the words, best first: in the title, on the page, in its documents; then
    /// newest.
    /// </summary>
    public async Task<ItemList> FindAsync(
        string culture, string words, string? section, int page, int pageSize, CancellationToken cancellation = default)
    {
        var sought = SearchWord.In(words);
        if (sought.Count == 0)
        {
            return new ItemList([], 0, 1, pageSize);
        }

        var rows = db.Shown(culture, time.GetUtcNow())
            .Where(row => row.SearchText != "" && (section == null || row.Section == section))
            .Narrow(db, new ItemFilter { Words = sought }, time.GetUtcNow());
        var total = await rows.CountAsync(cancellation);
        page = Math.Clamp(page, 1, Math.Max(1, (total + pageSize - 1) / pageSize));
        var items = await rows.BestFirst(sought).ThenByDescending(row => row.ShownAt).ThenBy(row => row.ItemId)
            .Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancellation);
        return new ItemList(items, total, page, pageSize);
    }
}
