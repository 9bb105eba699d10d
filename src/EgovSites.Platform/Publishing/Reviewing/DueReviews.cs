using System.Linq.Expressions;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Platform.Publishing.Reviewing;

/// <summary>Finds public items that nobody has touched or confirmed for as long as their type allows.</summary>
public sealed class DueReviews(SiteDbContext db, TimeProvider time)
{
    public IQueryable<Item> In(Standard standard, IQueryable<Item> items)
    {
        var item = Expression.Parameter(typeof(Item), "item");
        var terms = standard.Types.Where(type => type.ReviewEveryDays is not null)
            .GroupBy(type => type.ReviewEveryDays!.Value, type => type.Name)
            .Select(types =>
                (Expression)Expression.Invoke(IsOlder([.. types], time.GetUtcNow().AddDays(-types.Key)), item))
            .ToList();
        return terms.Count == 0
            ? items.Where(_ => false)
            : items.Where(Expression.Lambda<Func<Item, bool>>(terms.Aggregate(Expression.OrElse), item));
    }

    /// <summary>
    /// By when a public item is to be confirmed, from when it was last published or confirmed; null where its type asks
    /// for nothing.
    /// </summary>
    public static DateTimeOffset? DueAt(ContentType type, Item item, DateTimeOffset publishedAt) =>
        type.ReviewEveryDays is { } days
            ? (item.ConfirmedAt > publishedAt ? item.ConfirmedAt.Value : publishedAt).AddDays(days) : null;

    private Expression<Func<Item, bool>> IsOlder(IReadOnlyList<string> types, DateTimeOffset limit)
    {
        var publications = db.Set<Publication>();
        return item => item.BinnedAt == null && types.Contains(item.Type)
            && (item.ConfirmedAt == null || item.ConfirmedAt < limit)
            && publications.Any(row => row.ItemId == item.Id)
            && !publications.Any(row => row.ItemId == item.Id && row.UpdatedAt >= limit);
    }
}
