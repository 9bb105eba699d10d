using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Site.People;

/// <summary>All accounts of the platform, for the central administrators.</summary>
public sealed class EverybodyModel(Offboarding people, TenantDirectory tenants) : DeskPage
{
    private const string Address = "/admin/people";

    private const int PageSize = 50;

    public IReadOnlyList<Person> People { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    public Reason? Problem { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Word { get; set; }

    /// <summary>The tenant of a membership; null for one of the centre.</summary>
    public Tenant? SiteOf(Membership membership) => tenants.ById(membership.TenantId);

    public Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation) =>
        LoadAsync(number, cancellation);

    public async Task<IActionResult> OnPostRemoveAsync(string person, string tenant, CancellationToken cancellation) =>
        await AnswerAsync(await people.RemoveAsync(Actor, person, tenant, cancellation), cancellation);

    public async Task<IActionResult> OnPostCloseAsync(string person, CancellationToken cancellation) =>
        await AnswerAsync(await people.CloseAsync(Actor, person, cancellation), cancellation);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, CancellationToken cancellation)
    {
        if (outcome.IsDone)
        {
            return Redirect(Address);
        }

        Problem = outcome.Reasons[0];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(1, cancellation);
        return Page();
    }

    private async Task LoadAsync(int number, CancellationToken cancellation)
    {
        var found = await people.ListAsync(Word ?? "", cancellation);
        Pages = Layouts.Pages.Of(number, found.Count, PageSize);
        People = [.. found.Skip(Pages.Skip).Take(PageSize)];
    }
}
