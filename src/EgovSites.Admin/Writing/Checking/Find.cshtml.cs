using EgovSites.Admin.Lists;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Checking;

/// <summary>Own items by the words of their titles, for a link to one of them.</summary>
public sealed class FindModel(SiteDbContext db, Words words) : DeskPage
{
    private const int Most = 10;

    public sealed record Answer(string Id, string Title, string Culture, string Type, string State);

    public async Task<IActionResult> OnGetAsync(string? q, string? culture, CancellationToken cancellation)
    {
        var wanted = Folding.Words(q ?? "");
        var liked = culture is not null && Cultures.IsKnown(culture) ? culture : Cultures.Default;
        var named = wanted.Aggregate(db.Set<Translation>()
            .AsNoTracking(), (all, word) => all.Where(row => row.FoldedTitle.Contains(word)));
        var found = await db.Set<Item>().AsNoTracking()
            .Where(item => item.BinnedAt == null && named.Any(row => row.ItemId == item.Id))
            .OrderByDescending(item => item.ChangedAt).ThenBy(item => item.Id).Take(Most)
            .Select(item => new
            {
                item.Id,
                item.Type,
                Words = item.Translations.Where(row => row.Title != "")
                    .OrderByDescending(row => row.Culture == liked)
                    .ThenByDescending(row => row.Culture == Cultures.Default)
                    .Select(row => new { row.Culture, row.Title, row.State, Review = row.Review.State, row.PublishAt })
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return new JsonResult(found.Where(one => one.Words is not null).Select(one => new Answer(
            one.Id, one.Words!.Title, one.Words.Culture, Standard.Type(one.Type)?.Label[Culture] ?? one.Type,
            words[Chip.Of(one.Words.Culture, one.Words.Title,
                Workflow.StageOf(one.Words.State, one.Words.Review, one.Words.PublishAt), false).Key])));
    }
}
