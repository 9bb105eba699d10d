using EgovSites.Platform.Accounts;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Desk;

public sealed class ChoiceModel(TenantDirectory tenants) : DeskPage
{
    public sealed record Site(Tenant Tenant, Role Role);

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (IsCentral)
        {
            // A central translator has no business with the list of sites.
            return Redirect(Actor.Role >= Role.CentralAdministrator ? "/admin/sites" : "/admin/requests");
        }

        Sites =
        [
            .. Memberships.Select(row => (Tenant: tenants.ById(row.TenantId), row.Role)).Where(pair => pair.Tenant is not null)
                .Select(pair => new Site(pair.Tenant!, pair.Role))
                .OrderBy(site => Alphabet.SortKey(site.Tenant.Name[Culture]), StringComparer.Ordinal),
        ];
        return Sites.Count == 1 ? Redirect($"/admin/sites/{Sites[0].Tenant.Slug}") : Page();
    }
}
