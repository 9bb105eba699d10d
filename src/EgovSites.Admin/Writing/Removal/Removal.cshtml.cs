using EgovSites.Admin.Writing.Bulk;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Removal;

/// <summary>
/// Stands between "delete" and the bin only where something leads to what is to be deleted, and shows it.
/// </summary>
public sealed class RemovalModel(SiteDbContext db, WhereUsed used, BulkChange change) : DeskPage
{
    public sealed record Row(string ItemId, string Title, IReadOnlyList<WhereUsed.Use> Uses);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The address of this page for some items.</summary>
    public static string Path(IEnumerable<string> items) =>
        "/content/removal?" + string.Join('&', items.Where(Ids.IsId).Take(BulkChange.Most).Select(id => $"item={id}"));

    public async Task<IActionResult> OnGetAsync(string[] item, CancellationToken cancellation)
    {
        var ids = item.Where(Ids.IsId).Distinct().Take(BulkChange.Most).ToList();
        var items = await db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .Where(row => ids.Contains(row.Id) && row.BinnedAt == null).ToListAsync(cancellation);
        var uses = (await used.OfItemsAsync([.. items.Select(row => row.Id)], cancellation))
            .ToLookup(use => use.Target);
        Rows = [.. items.Select(row => new Row(row.Id, ItemTitle.Of(row), [.. uses[row.Id]]))
            .OrderByDescending(row => row.Uses.Count)];
        return Rows.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string[] pick, CancellationToken cancellation) =>
        Redirect(Desk($"/content?run={await change.RunAsync(Actor, BulkAction.Bin, pick, cancellation)}"));
}
