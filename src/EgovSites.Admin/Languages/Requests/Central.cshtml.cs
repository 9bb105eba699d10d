using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Requests;

/// <summary>All sites' requests to the central translators, and those to this person by name, in one list.</summary>
public sealed class CentralModel(HostDbContext host, TenantDirectory tenants, MoveRequest move, TimeProvider time)
    : DeskPage
{
    private const int PageSize = 30;

    public RequestTab Tab { get; private set; }

    public RequestList List { get; private set; } = null!;

    public Layouts.Pages Pages { get; private set; } = null!;

    public IReadOnlyList<Reason> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(
        RequestTab tab, [FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        await LoadAsync(tab, number, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string request, RequestVerb verb, string? reason, CancellationToken cancellation)
    {
        var row = await host.Set<TranslationRequest>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == request, cancellation);
        if (row is null)
        {
            return NotFound();
        }

        var outcome = await move.RunAsync(PartyOf(row), row, verb, reason ?? "", cancellation);
        if (outcome.IsDone)
        {
            return Redirect("/admin/requests");
        }

        Problems = outcome.Reasons;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(RequestTab.Open, 1, cancellation);
        return Page();
    }

    private RequestParty PartyOf(TranslationRequest row) =>
        new(Actor with { Role = DeskAccess.RoleIn(Memberships, row.TenantId) ?? Role.None }, IsCentral);

    private async Task LoadAsync(RequestTab tab, int number, CancellationToken cancellation)
    {
        Tab = tab;
        var rows = host.Set<TranslationRequest>().AsNoTracking()
            .Where(row => (row.ToId == "" || row.ToId == Actor.EditorId)
                && RequestTable.Open.Contains(row.State) == (tab == RequestTab.Open));
        Pages = Layouts.Pages.Of(number, await rows.CountAsync(cancellation), PageSize);
        var sorted = tab == RequestTab.Open ? rows.OrderBy(row => row.Until).ThenBy(row => row.Id)
            : rows.OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id);
        var page = await sorted.Skip(Pages.Skip).Take(PageSize).ToListAsync(cancellation);
        List = new(
            [.. page.Select(row => (row, tenant: tenants.ById(row.TenantId))).Where(pair => pair.tenant is not null)
                .Select(pair => new RequestList.Row(pair.row, pair.tenant!, PartyOf(pair.row)))],
            Dates.Today(time), Culture, ShowsSite: true);
    }
}
