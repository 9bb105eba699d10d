using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Lists;

/// <summary>Reads one page of the list of items: how many there are, and the shown ones with their languages.</summary>
public sealed class ContentList(SiteDbContext db)
{
    private const int PageSize = 30;

    public async Task<(IReadOnlyList<ContentRow> Rows, Layouts.Pages Pages)> ReadAsync(
        ContentFilter filter, ContentOrder order, int number, int size = PageSize,
        CancellationToken cancellation = default)
    {
        var items = filter.Narrow(db.Set<Item>().AsNoTracking(), db.Set<Translation>());
        var pages = Layouts.Pages.Of(number, await items.CountAsync(cancellation), size);
        var (skip, take) = (pages.Skip, Math.Min(size, pages.Total - pages.Skip));
        // A database walks past all it skips: the second half of a long list is read from its end.
        var isFromEnd = skip > pages.Total / 2;
        var rows = await (isFromEnd ? order.Reversed.Apply(items).Skip(pages.Total - skip - take)
            : order.Apply(items).Skip(skip)).Take(take)
            .Select(item => new ContentRow(item.Id, item.Type, item.ChangedAt, item.ChangedBy, item.Translations
                .Select(words =>
                    new ContentRow.Words(words.Culture, words.Title, words.State, words.ChangedIn, words.MadeFrom,
                        words.PublishedRevision, words.Review.State, words.PlanFailedAt == null ? words.PublishAt
                            : null)).ToList())
            {
                CreatedAt = item.CreatedAt,
                FactsChangedIn = item.FactsChangedIn,
                PublicSince = db.Set<Publication>().Where(row => row.ItemId == item.Id)
                    .Min(row => (DateTimeOffset?)row.PublishedAt),
            })
            .ToListAsync(cancellation);
        if (isFromEnd)
        {
            rows.Reverse();
        }

        return (rows, pages);
    }
}
