using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Content;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Requests;

/// <summary>The site's requests for translations: those that wait first, overdue ones on top.</summary>
public sealed class InboxModel(HostDbContext host, MoveRequest move, TimeProvider time) : DeskPage
{
    private const int PageSize = 30;

    public RequestTab Tab { get; private set; }

    public RequestList List { get; private set; } = null!;

    public Layouts.Pages Pages { get; private set; } = null!;

    public IReadOnlyList<Reason> Problems { get; private set; } = [];

    public Task OnGetAsync(RequestTab tab, [FromQuery(Name = "page")] int number, CancellationToken cancellation) =>
        LoadAsync(tab, number, cancellation);

    public async Task<IActionResult> OnPostAsync(
        string request, RequestVerb verb, string? reason, CancellationToken cancellation)
    {
        var row = await host.Set<TranslationRequest>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == request && one.TenantId == Tenant.Id, cancellation);
        if (row is null)
        {
            return NotFound();
        }

        var outcome = await move.RunAsync(new RequestParty(Actor, IsCentral), row, verb, reason ?? "", cancellation);
        if (outcome.IsDone)
        {
            return Redirect(Desk("/requests"));
        }

        Problems = outcome.Reasons;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(RequestTab.Open, 1, cancellation);
        return Page();
    }

    private async Task LoadAsync(RequestTab tab, int number, CancellationToken cancellation)
    {
        Tab = tab;
        var rows = host.Set<TranslationRequest>().AsNoTracking()
            .Where(row => row.TenantId == Tenant.Id
                && RequestTable.Open.Contains(row.State) == (tab == RequestTab.Open));
        Pages = Layouts.Pages.Of(number, await rows.CountAsync(cancellation), PageSize);
        var sorted = tab == RequestTab.Open ? rows.OrderBy(row => row.Until).ThenBy(row => row.Id)
            : rows.OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id);
        var page = await sorted.Skip(Pages.Skip).Take(PageSize).ToListAsync(cancellation);
        List = new([.. page.Select(row => new RequestList.Row(row, Tenant, new RequestParty(Actor, IsCentral)))],
            Dates.Today(time), Culture, ShowsSite: false);
    }
}
