using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Reviewing;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Reviewing;

/// <summary>Reads what is to be confirmed, longest untouched first.</summary>
public sealed class DueList(SiteDbContext db, DueReviews due)
{
    public sealed record Row(string ItemId, string Type, string Title, string Culture, DateTimeOffset LastAt);

    public Task<int> CountAsync(Standard standard, CancellationToken cancellation) =>
        due.In(standard, db.Set<Item>().AsNoTracking()).CountAsync(cancellation);

    public async Task<IReadOnlyList<Row>> ReadAsync(
        Standard standard, int skip, int take, CancellationToken cancellation)
    {
        var items = await due.In(standard, db.Set<Item>().AsNoTracking())
            .Select(item =>
                new
                {
                    Item = item,
                    UpdatedAt = db.Set<Publication>().Where(row => row.ItemId == item.Id)
                    .Max(row => row.UpdatedAt)
                })
            .OrderBy(pair => pair.Item.ConfirmedAt ?? pair.UpdatedAt).ThenBy(pair => pair.Item.Id).Skip(skip).Take(take)
            .Select(pair =>
                new
                {
                    pair.Item.Id,
                    pair.Item.Type,
                    pair.Item.ConfirmedAt,
                    pair.UpdatedAt,
                    Words = pair.Item.Translations.Select(words => new { words.Culture, words.Title }).ToList()
                })
            .ToListAsync(cancellation);
        return
        [
            .. items.Select(item =>
            {
                var named = Cultures.All.Select(culture =>
                    item.Words.Find(words => words.Culture == culture && words.Title.Length > 0))
                    .FirstOrDefault(words => words is not null);
                return new Row(item.Id, item.Type, named?.Title ?? "", named?.Culture
                    ?? Cultures.Default, item.ConfirmedAt > item.UpdatedAt ? item.ConfirmedAt.Value : item.UpdatedAt);
            }),
        ];
    }
}
