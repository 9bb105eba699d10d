using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Desk.Reading;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Feedback.Desk;

public sealed class InboxModel(SiteDbContext db, TimeProvider time) : DeskPage
{
    private const int PageSize = 30;

    public InboxTab Tab { get; private set; } = InboxTab.All[0];

    public string Sought { get; private set; } = "";

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int PageNumber { get; private set; }

    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public DateOnly Today => Dates.Today(time);

    public async Task OnGetAsync(
        [FromQuery] string? tab, [FromQuery] string? q, [FromQuery] int page, CancellationToken cancellation)
    {
        (Sought, Tab) = (q?.Trim() ?? "", InboxTab.Of(tab, !string.IsNullOrWhiteSpace(q)));
        Counts = await CountAsync(cancellation);
        var rows = Folding.Words(Sought).Take(8)
            .Aggregate(Tab.Narrow(db.Set<Appeal>().AsNoTracking(), Today), (all, word) =>
                all.Where(row => row.SearchText.Contains(word)));
        Total = await rows.CountAsync(cancellation);
        PageNumber = Math.Clamp(page, 1, PageCount);
        Rows = await Sorted(rows).Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(InboxRow.Of)
            .ToListAsync(cancellation);
    }

    public string Address(InboxTab tab, int page = 1) => Desk(
        $"/appeals?tab={tab.Key}{(Sought.Length > 0 ? "&q=" + Uri.EscapeDataString(Sought) : "")}{(page > 1 ? $"&page={page}" : "")}");

    private IQueryable<Appeal> Sorted(IQueryable<Appeal> rows) => Tab.IsOfOpen
        ? rows.OrderBy(row => row.DueOn).ThenBy(row => row.ReceivedAt).ThenBy(row => row.Number)
        : rows.OrderByDescending(row => row.ReceivedAt).ThenBy(row => row.Number);

    private async Task<Dictionary<string, int>> CountAsync(CancellationToken cancellation)
    {
        var today = Today;
        var groups = await db.Set<Appeal>()
            .GroupBy(row => new { row.State, IsLate = row.DueOn < today })
            .Select(group => new { group.Key.State, group.Key.IsLate, Count = group.Count() })
            .ToListAsync(cancellation);
        return InboxTab.All.ToDictionary(
            tab => tab.Key, tab => groups.Where(group => tab.Has(group.State, group.IsLate)).Sum(group => group.Count));
    }
}
