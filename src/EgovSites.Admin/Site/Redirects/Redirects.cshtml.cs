using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Redirects;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Site.Redirects;

/// <summary>The site's own redirects, and the former addresses that lead on by themselves.</summary>
public sealed class RedirectsModel(SiteDbContext db, ChangeRedirects change, WhereUsed used) : DeskPage
{
    private const int PageSize = 50;

    public sealed record Former(string Address, string ItemId, string Title, string Culture);

    public IReadOnlyList<OwnRedirect> Rows { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    public IReadOnlyList<Former> FormerOnes { get; private set; } = [];

    /// <summary>The address whose links were asked for, and what leads to it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Used { get; set; }

    public IReadOnlyList<WhereUsed.Use> Uses { get; private set; } = [];

    public List<Reason> Problems { get; } = [];

    public string? From { get; private set; }

    public string? To { get; private set; }

    public string? Note { get; private set; }

    /// <summary>How many were added a moment ago; 0 after a deletion.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Added { get; set; }

    public Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation) =>
        LoadAsync(number, cancellation);

    public async Task<IActionResult> OnPostAsync(string? from, string? to, string? note, CancellationToken cancellation)
    {
        (From, To, Note) = (from, to, note);
        return await AnswerAsync(
            await change.AddAsync(Actor, from ?? "", to ?? "", note ?? "", cancellation), 1, cancellation);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string address, CancellationToken cancellation) =>
        await AnswerAsync(await change.DeleteAsync(Actor, address, cancellation), 0, cancellation);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, int added, CancellationToken cancellation)
    {
        if (outcome.IsDone)
        {
            return Redirect(Desk($"/redirects?added={added}"));
        }

        Problems.AddRange(outcome.Reasons);
        await LoadAsync(1, cancellation);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(int number, CancellationToken cancellation)
    {
        var all = db.Set<OwnRedirect>().AsNoTracking();
        Pages = Layouts.Pages.Of(number, await all.CountAsync(cancellation), PageSize);
        Rows = await all.OrderByDescending(row => row.At).ThenBy(row => row.From).Skip(Pages.Skip).Take(PageSize)
            .ToListAsync(cancellation);
        var former = await db.Set<FormerSlug>().AsNoTracking().OrderBy(row => row.Section).ThenBy(row => row.Slug)
            .Take(PageSize)
            .Select(row =>
                new
                {
                    row.Culture,
                    row.Section,
                    row.Slug,
                    row.ItemId,
                    Title = db.Set<Translation>()
                    .Where(words => words.ItemId == row.ItemId && words.Culture == row.Culture)
                    .Select(words => words.Title).FirstOrDefault()
                })
            .ToListAsync(cancellation);
        FormerOnes = [.. former.Select(
            row => new Former($"/{row.Culture}/{row.Section}/{row.Slug}", row.ItemId, row.Title ?? "", row.Culture))];
        Uses = Used is not null && RedirectAddress.From(Used) is { } path
            ? await used.OfAddressAsync(path, cancellation) : [];
    }
}
