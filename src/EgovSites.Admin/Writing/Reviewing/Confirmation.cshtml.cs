using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Reviewing;

/// <summary>Shows what is public of an item and asks whether it is still correct.</summary>
public sealed class ConfirmationModel(SiteDbContext db, ConfirmCorrect confirm) : ItemPage(db)
{
    public IReadOnlyList<Publication> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        var outcome = await confirm.RunAsync(Actor, id, cancellation);
        return outcome.IsDone ? Redirect(Desk($"/due?done={id}")) : Refuse(outcome.Reasons);
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation) || Type.ReviewEveryDays is null)
        {
            return false;
        }

        var rows = await Db.Set<Publication>().AsNoTracking().Where(row => row.ItemId == id).ToListAsync(cancellation);
        Rows = [.. rows.OrderBy(row => Cultures.All.ToList().IndexOf(row.Culture))];
        return Rows.Count > 0;
    }
}
