using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>
/// Where the items that a text links to are read now, by culture; one that is not published there has no page.
/// </summary>
public sealed class LinkedPages
{
    private readonly Dictionary<string, Dictionary<string, string>> _byCulture;

    private LinkedPages(Dictionary<string, Dictionary<string, string>> byCulture) => _byCulture = byCulture;

    public IReadOnlyDictionary<string, string>? In(string culture) => _byCulture.GetValueOrDefault(culture);

    public static async Task<LinkedPages> FindAsync(
        SiteDbContext db, Standard standard, ContentType type, Item item, CancellationToken cancellation)
    {
        var ids = item.Translations.SelectMany(words => BodyLinks.TextsIn(type, words.Fields))
            .SelectMany(BodyLinks.ItemsIn).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new LinkedPages([]);
        }

        var rows = await db.Set<Publication>().AsNoTracking().Where(row => ids.Contains(row.ItemId))
            .Select(row => new { row.ItemId, row.Culture, row.Type, row.Section, row.Slug }).ToListAsync(cancellation);
        return new LinkedPages(rows.GroupBy(row => row.Culture)
            .ToDictionary(group => group.Key, group => group.ToDictionary(
            row => row.ItemId,
            row => $"{BodyLinks.Root}/{row.Culture}/{row.Section}{(standard.Type(row.Type)?.Behaviours.HasDetailPage == false ? '#' : '/')}{row.Slug}")));
    }
}
