using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Media;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>Which of a site's publications are shown, which a filter leaves, and in which order they stand.</summary>
internal static class PublicationRows
{
    /// <summary>What visitors see in a culture.</summary>
    public static IQueryable<Publication> Shown(this SiteDbContext db, string culture, DateTimeOffset now) =>
        db.Set<Publication>().AsNoTracking().Where(row => row.Culture == culture && row.ShownAt <= now);

    /// <summary>What a filter leaves of them.</summary>
    public static IQueryable<Publication> Narrow(
        this IQueryable<Publication> rows, SiteDbContext db, ItemFilter filter, DateTimeOffset now)
    {
        if (filter.Topic is { } topic)
        {
            rows = rows.Where(row => row.Topic == topic);
        }

        if (filter.Month is { } month)
        {
            var (from, until) = (Dates.StartOf(month), Dates.StartOf(month.AddMonths(1)));
            rows = rows.Where(row => row.ShownAt >= from && row.ShownAt < until);
        }

        foreach (var facet in filter.Facets.Select(Facets.Pattern))
        {
            rows = rows.Where(row => row.Facets.Contains(facet));
        }

        rows = filter.Open switch
        {
            true => rows.Where(row => row.Deadline == null || row.Deadline > now),
            false => rows.Where(row => row.Deadline != null && row.Deadline <= now),
            null => rows,
        };
        return filter.Words.Aggregate(rows, (left, word) => left.HavingWord(db, word));
    }

    // On the page itself, or in a document that it carries.
    private static IQueryable<Publication> HavingWord(
        this IQueryable<Publication> rows, SiteDbContext db, SearchWord word)
    {
        var documents = db.Set<MediaText>().Where(SearchRule.Has<MediaText>(text => text.Words, word));
        return rows.Where(SearchRule.Either(
            SearchRule.Has<Publication>(row => row.SearchText, word),
            row => row.SearchText != ""
                && db.Set<PublishedFile>().Any(file => file.ItemId == row.ItemId && file.Culture == row.Culture
                && documents.Any(text => text.MediaId == file.MediaId))));
    }

    /// <summary>In the order that a type's declaration states.</summary>
    public static IQueryable<Publication> Sorted(
        this IQueryable<Publication> rows, ListOrder order, DateTimeOffset now) => order switch
        {
            ListOrder.Deadline => rows
                .OrderBy(row => row.Deadline != null && row.Deadline <= now)
                .ThenBy(row => row.Deadline != null && row.Deadline <= now ? null : row.Deadline)
                .ThenByDescending(row => row.ShownAt).ThenBy(row => row.ItemId),
            ListOrder.Starts => rows.OrderBy(row => (row.EndsAt ?? row.StartsAt) < now)
                .ThenBy(row => (row.EndsAt ?? row.StartsAt) < now ? null : row.StartsAt)
                .ThenByDescending(row => row.StartsAt)
                .ThenBy(row => row.ItemId),
            ListOrder.Order => rows.OrderBy(row => row.Order).ThenBy(row => row.SortKey).ThenBy(row => row.ItemId),
            ListOrder.Title => rows.OrderBy(row => row.SortKey).ThenBy(row => row.ItemId),
            _ => rows.OrderByDescending(row => row.ShownAt).ThenBy(row => row.ItemId),
        };
}
