using System.Globalization;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;
using EgovSites.Platform.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Sections;

/// <summary>Drafts as they would look, for whoever has the link; kept by no cache, found by no search.</summary>
[SameOrigin]
[IgnoreAntiforgeryToken]
public sealed class PreviewModel(SiteDbContext db, Previews previews, DraftPage drafts, VisitLimits limits, Words words)
    : SitePage
{
    /// <summary>How often one address may try to agree within ten minutes.</summary>
    public const int MostTries = 20;

    /// <summary>How often one network may open links within ten minutes, on all sites together.</summary>
    public const int MostLooks = 300;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public sealed record Line(string Id, string Title, string Culture);

    public PreviewLink Link { get; private set; } = null!;

    /// <summary>The items of a link that shows several.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The item that is shown; null on the list of several, or where this language has no words.</summary>
    public ItemView? Item { get; private set; }

    public Item? Draft { get; private set; }

    /// <summary>The languages in which something is written.</summary>
    public IReadOnlyList<string> Written { get; private set; } = [];

    public IReadOnlyList<PreviewApproval> Approvals { get; private set; } = [];

    public Reason? Problem { get; private set; }

    public string Name { get; private set; } = "";

    public string PathOf(string code, string id) =>
        Link.ItemIds.Count == 1 ? $"/preview/{code}" : $"/preview/{code}/{id}";

    public async Task<IActionResult> OnGetAsync(string code, string? id, CancellationToken cancellation)
    {
        Guard(Response.Headers);
        var looks = new NetworkTries(limits, "preview", HttpContext.Connection.RemoteIpAddress, MostLooks, Window);
        if (looks.Enter() is { } wait)
        {
            WaitFor(wait);
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (!await LoadAsync(code, id, cancellation))
        {
            return NotFound();
        }

        // An editor's own window follows every pause in his typing, and many editors share an address.
        if (Link.EditorId is not null)
        {
            looks.GiveBack();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string code, string? id, string? name, int revision, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, id, cancellation) || Draft is null || Item is null)
        {
            return NotFound();
        }

        Name = name ?? "";
        if (limits.Enter(Visitor, MostTries, Window) is { } wait)
        {
            Problem = new Reason("preview.tooMany", (int)Math.Ceiling(wait.TotalMinutes));
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            WaitFor(wait);
            return Page();
        }

        var outcome = await previews.ApproveAsync(Link, Draft, Culture, revision, Name, cancellation);
        if (outcome.IsDone)
        {
            return Redirect(Links.To(PathOf(code, Draft.Id)));
        }

        Problem = outcome.Reasons[0];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void WaitFor(TimeSpan wait) =>
        Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private string Visitor => $"agree/{db.TenantId}/{VisitLimits.Network(HttpContext.Connection.RemoteIpAddress)}";

    private async Task<bool> LoadAsync(string code, string? id, CancellationToken cancellation)
    {
        Guard(Response.Headers);
        if (await previews.FindAsync(code, cancellation) is not { } link
            || (id is not null && !link.ItemIds.Contains(id)))
        {
            return false;
        }

        (Link, Links.PreviewCode) = (link, code);
        (Head.Title, Head.Description, Head.IsHidden) = (words["preview.title"], words["preview.title"], true);
        AtSamePath(Request.Path.Value![3..]);
        if (id is null && link.ItemIds.Count > 1)
        {
            await ListAsync(cancellation);
            return true;
        }

        return await ShowAsync(id ?? link.ItemIds[0], cancellation);
    }

    private async Task ListAsync(CancellationToken cancellation)
    {
        var ids = Link.ItemIds;
        var titles = await db.Set<Item>().AsNoTracking().Where(item => ids.Contains(item.Id) && item.BinnedAt == null)
            .SelectMany(item => item.Translations).Where(row => row.Title != "")
            .Select(row => new Line(row.ItemId, row.Title, row.Culture)).ToListAsync(cancellation);
        Lines = [.. titles.GroupBy(line => line.Id)
            .Select(same => same.FirstOrDefault(line => line.Culture == Culture) ?? same.First())];
    }

    private async Task<bool> ShowAsync(string id, CancellationToken cancellation)
    {
        Draft = await db.Set<Item>().AsNoTracking().Include(item => item.Translations)
            .SingleOrDefaultAsync(item => item.Id == id && item.BinnedAt == null, cancellation);
        var copy = Link.EditorId is null ? null : await db.Set<WorkingCopy>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.ItemId == id && one.EditorId == Link.EditorId
                && one.Controls != "", cancellation);
        Draft ??= copy is null ? null : new Item { Id = id, Type = copy.Type };
        if (Draft is null || Standard.Type(Draft.Type) is not { } type)
        {
            return false;
        }

        var row = await drafts.WriteAsync(type, Draft, Culture, copy, cancellation);
        Item = row is null ? null : View(row);
        Written = [.. Cultures.All.Where(culture => Draft.In(culture)?.Title.Length > 0)];
        Approvals = await db.Set<PreviewApproval>().AsNoTracking()
            .Where(one => one.LinkId == Link.Id && one.ItemId == id && one.Culture == Culture).OrderBy(one => one.At)
            .ToListAsync(cancellation);
        return true;
    }

    // The editor's own window shows this page within his form, on the same origin.
    private static void Guard(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "SAMEORIGIN";
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString()
            .Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
    }
}
