using EgovSites.Platform.Auditing;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Centre.Audit;

public sealed class AuditModel(SiteDbContext db) : DeskPage
{
    private const int PageSize = 50;

    /// <summary>Only the history of one item.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        var rows = db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => string.IsNullOrEmpty(Item) || entry.ItemId == Item);
        Pages = Layouts.Pages.Of(number, await rows.CountAsync(cancellation), PageSize);
        Entries = await rows.OrderByDescending(entry => entry.At).ThenBy(entry => entry.Id)
            .Skip(Pages.Skip).Take(PageSize).ToListAsync(cancellation);
    }
}
