using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>
/// Reads the addresses of what is public, without the texts; what stands under a notice of withdrawal is none of it.
/// </summary>
public sealed class PublishedAddresses(SiteDbContext db, TimeProvider time)
{
    /// <summary>Sections with the cultures in which each shows something.</summary>
    public async Task<ILookup<string, string>> SectionsAsync(CancellationToken cancellation = default)
    {
        var pairs = await Shown.Select(row => new { row.Section, row.Culture }).Distinct().ToListAsync(cancellation);
        return pairs.ToLookup(pair => pair.Section, pair => pair.Culture);
    }

    /// <summary>How many items of some sections are public in one culture or more.</summary>
    public Task<int> CountAsync(IReadOnlyCollection<string> sections, CancellationToken cancellation = default) =>
        Shown.Where(row => sections.Contains(row.Section)).Select(row => row.ItemId).Distinct()
            .CountAsync(cancellation);

    /// <summary>The addresses of some items, those of one item side by side.</summary>
    public IAsyncEnumerable<PublishedAddress> ReadAsync(IReadOnlyCollection<string> sections, int skip, int take)
    {
        var rows = Shown.Where(row => sections.Contains(row.Section));
        var items = rows.Select(row => row.ItemId).Distinct().OrderBy(id => id).Skip(skip).Take(take);
        return rows.Where(row => items.Contains(row.ItemId)).OrderBy(row => row.ItemId).ThenBy(row => row.Culture)
            .Select(row => new PublishedAddress(row.ItemId, row.Culture, row.Section, row.Slug, row.UpdatedAt))
            .AsAsyncEnumerable();
    }

    private IQueryable<Publication> Shown
    {
        get
        {
            var now = time.GetUtcNow();
            return db.Set<Publication>().AsNoTracking().Where(row => row.ShownAt <= now);
        }
    }
}
