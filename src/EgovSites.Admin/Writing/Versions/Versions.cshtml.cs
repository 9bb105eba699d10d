using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Versions;

/// <summary>Every saved state of an item, newest first; any of them can be brought back as a draft.</summary>
public sealed class VersionsModel(SiteDbContext db, RestoreRevision restore) : ItemPage(db)
{
    private const int PageSize = 50;

    public sealed record Row(int Number, DateTimeOffset SavedAt, string SavedBy);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    /// <summary>The languages in which a state is the public one.</summary>
    public IEnumerable<string> PublicIn(int number) =>
        Cultures.All.Where(culture => Item.In(culture)?.PublishedRevision == number);

    public async Task<IActionResult> OnGetAsync(
        string id, [FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        var all = Db.Set<Revision>().AsNoTracking().Where(row => row.ItemId == id);
        Pages = Layouts.Pages.Of(number, await all.CountAsync(cancellation), PageSize);
        Rows = await all.OrderByDescending(row => row.Number).Skip(Pages.Skip).Take(PageSize)
            .Select(row => new Row(row.Number, row.SavedAt, row.SavedBy)).ToListAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, int number, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        var outcome = await restore.RunAsync(Actor, id, number, cancellation);
        return outcome.IsDone ? Redirect($"{Address}?done=restored")
            : outcome.Reasons[0].Key == "workflow.gone" ? NotFound()
            : Forbid();
    }
}
