using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Founding;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tajik.Spelling;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Centre.Sites;

public sealed class SitesModel(TenantDirectory tenants, TenantLifecycle lifecycle, Standards standards,
    SiteDatabases databases, HostDbContext host, AuditLog audit) : DeskPage
{
    private const int PageSize = 50;

    public IReadOnlyList<Tenant> Sites { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Word { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public TenantState? State { get; set; }

    public int Running => tenants.All.Count(tenant => tenant.State == TenantState.Running);

    public int Suspended => tenants.All.Count - Running;

    /// <summary>The kinds of bodies that have a site.</summary>
    public IEnumerable<Kind> Kinds =>
        standards.Newest.Kinds.Where(kind => tenants.All.Any(tenant => tenant.Kind == kind.Value));

    public string KindOf(Tenant tenant) =>
        standards[tenant.Standard].Kinds.FirstOrDefault(kind => kind.Value == tenant.Kind)?.Label[Culture]
            ?? tenant.Kind;

    /// <summary>Plans that failed on any site, the newest first.</summary>
    public IReadOnlyList<ScheduleFault> Faults { get; private set; } = [];

    public Tenant? SiteOf(ScheduleFault fault) => tenants.ById(fault.TenantId);

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        Faults = await host.Set<ScheduleFault>().AsNoTracking().OrderByDescending(fault => fault.FailedAt)
            .Take(PageSize).ToListAsync(cancellation);
        var words = Folding.Words(Word ?? "");
        var found = tenants.All
            .Where(tenant => string.IsNullOrEmpty(Kind) || tenant.Kind == Kind)
            .Where(tenant => State is null || tenant.State == State)
            .Where(tenant => words.All(word => Searched(tenant).Contains(word, StringComparison.Ordinal)))
            .OrderByDescending(tenant => tenant.IsPortal)
            .ThenBy(tenant => Alphabet.SortKey(tenant.Name[Culture]), StringComparer.Ordinal)
            .ToList();
        Pages = Layouts.Pages.Of(number, found.Count, PageSize);
        Sites = [.. found.Skip(Pages.Skip).Take(PageSize)];
    }

    public Task<IActionResult> OnPostSuspendAsync(string id, string? back, CancellationToken cancellation) =>
        ChangeAsync(id, back, "suspend", lifecycle.SuspendAsync, cancellation);

    public Task<IActionResult> OnPostResumeAsync(string id, string? back, CancellationToken cancellation) =>
        ChangeAsync(id, back, "resume", lifecycle.ResumeAsync, cancellation);

    // The portal carries the back office's own address: it is never suspended.
    private async Task<IActionResult> ChangeAsync(string id, string? back, string verb,
        Func<string, CancellationToken, Task> change, CancellationToken cancellation)
    {
        if (tenants.ById(id) is not { IsPortal: false } tenant)
        {
            return NotFound();
        }

        await change(tenant.Id, cancellation);
        await using var site = databases.Open(tenant);
        audit.Add(site, Actor, verb, tenant.Name[Cultures.Default]);
        await site.SaveChangesAsync(cancellation);
        return Redirect("/admin/sites" + QueryString.Create(QueryHelpers.ParseQuery(back)));
    }

    private static string Searched(Tenant tenant) => Folding.Fold($"{tenant.Slug} {tenant.Name} {tenant.Body}");
}
