using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Previews;

/// <summary>
/// The links by which people without an account see drafts: make one for an item or a whole set, take one back.
/// </summary>
public sealed class PreviewsModel(
    SiteDbContext db, Platform.Publishing.Previewing.Previews previews, Origins origins, TimeProvider time) : DeskPage
{
    private const int Offered = 30;
    private const int Kept = 50;

    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);

    public sealed record Choice(string Id, string Title, string Culture);

    public IReadOnlyList<Choice> Items { get; private set; } = [];

    public IReadOnlyList<PreviewLink> Made { get; private set; } = [];

    public IReadOnlyDictionary<string, List<PreviewApproval>> Approvals { get; private set; } =
        new Dictionary<string, List<PreviewApproval>>();

    /// <summary>The newest revision of each item somebody agreed with.</summary>
    public IReadOnlyDictionary<string, int> Revisions { get; private set; } = new Dictionary<string, int>();

    /// <summary>The address that was just made; it is shown this once.</summary>
    public string? Address { get; private set; }

    public Reason? Problem { get; private set; }

    public IReadOnlyCollection<string> Chosen { get; private set; } = [];

    public string Until { get; private set; } = "";

    public bool Works(PreviewLink link) => link.IsOpen(time.GetUtcNow());

    public async Task OnGetAsync(string? item, CancellationToken cancellation)
    {
        Chosen = item is null ? [] : [item];
        Until = DateTimeField.Typed(time.GetUtcNow() + Usual);
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(
        string[] items, string? until, bool mayApprove, CancellationToken cancellation)
    {
        (Chosen, Until) = (items, until ?? "");
        var (code, problem) =
            await previews.CreateAsync(Actor, items, DateTimeField.Parse(Until) ?? default, mayApprove, cancellation);
        (Problem, Response.StatusCode) =
            (problem, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        Address = code is null ? null
            : $"{origins.PortalOf(Request)}{Layouts.SiteAddress.Of(Tenant)}/{Culture}/preview/{code}";
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string id, CancellationToken cancellation)
    {
        var outcome = await previews.RevokeAsync(Actor, id, cancellation);
        return outcome.IsDone ? Redirect(Desk("/previews")) : outcome.Reasons[0].Key == "workflow.role" ? Forbid()
            : NotFound();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var chosen = Chosen;
        var rows = await db.Set<Item>().AsNoTracking()
            .Where(item => item.BinnedAt == null && item.Translations.Any(words => words.Title != ""))
            .OrderByDescending(item => chosen.Contains(item.Id)).ThenByDescending(item => item.ChangedAt).Take(Offered)
            .Select(item =>
                new
                {
                    item.Id,
                    Words = item.Translations.Where(words => words.Title != "")
                    .Select(words => new { words.Culture, words.Title }).ToList()
                })
            .ToListAsync(cancellation);
        Items = [.. rows.Select(
            row => (row.Id, Words: row.Words.Find(words => words.Culture == Cultures.Default) ?? row.Words[0]))
            .Select(row => new Choice(row.Id, row.Words.Title, row.Words.Culture))];
        Made = await db.Set<PreviewLink>().AsNoTracking().Where(link => link.EditorId == null)
            .OrderByDescending(link => link.CreatedAt).Take(Kept).ToListAsync(cancellation);
        var ids = Made.Select(link => link.Id).ToList();
        var given = await db.Set<PreviewApproval>().AsNoTracking().Where(approval => ids.Contains(approval.LinkId))
            .OrderBy(approval => approval.At).ToListAsync(cancellation);
        var agreed = given.Select(approval => approval.ItemId).Distinct().ToList();
        Revisions = await db.Set<Item>().Where(item => agreed.Contains(item.Id))
            .ToDictionaryAsync(item => item.Id, item => item.Revision, cancellation);
        Approvals = given.GroupBy(approval => approval.LinkId).ToDictionary(same => same.Key, same => same.ToList());
    }
}
