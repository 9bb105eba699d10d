using EgovSites.Admin.Lists;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.RecycleBin;

public sealed class BinModel(SiteDbContext db, RestoreFromBin restore) : DeskPage
{
    private const int PageSize = 50;

    public sealed record Row(ContentRow Item, DateTimeOffset BinnedAt);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        var items = db.Set<Item>().AsNoTracking().Where(item => item.BinnedAt != null);
        Pages = Layouts.Pages.Of(number, await items.CountAsync(cancellation), PageSize);
        Rows = await items.OrderByDescending(item => item.BinnedAt).ThenBy(item => item.Id).Skip(Pages.Skip)
            .Take(PageSize)
            .Select(item => new Row(new ContentRow(item.Id, item.Type, item.ChangedAt, item.ChangedBy, item.Translations
                .Select(words =>
                    new ContentRow.Words(words.Culture, words.Title, words.State, words.ChangedIn, words.MadeFrom,
                        words.PublishedRevision, words.Review.State, words.PlanFailedAt == null ? words.PublishAt
                            : null)).ToList()),
                item.BinnedAt!.Value))
            .ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string item, CancellationToken cancellation)
    {
        var outcome = await restore.RunAsync(Actor, item, cancellation);
        return outcome.IsDone ? Redirect(Desk($"/content/{item}?done=unbinned"))
            : outcome.Reasons[0].Key == "workflow.gone" ? NotFound()
            : Forbid();
    }
}
