using EgovSites.Admin.Layouts;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tajik.Spelling;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Desk;

public sealed class ChoiceModel(TenantDirectory tenants, SideMenu menu) : DeskPage
{
    public sealed record Site(Tenant Tenant, IReadOnlyList<Role> Roles, string Address);

    private static readonly string[] Central = ["/admin/sites", "/admin/requests"];

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IActionResult OnGet()
    {
        // A central translator has no business with the list of sites.
        if (Central.FirstOrDefault(page => May(page)) is { } central)
        {
            return Redirect(central);
        }

        Sites =
        [
            .. Memberships.Select(row => tenants.ById(row.TenantId)).OfType<Tenant>().Select(SiteOf)
                .OrderBy(site => Alphabet.SortKey(site.Tenant.Name[Culture]), StringComparer.Ordinal),
        ];
        return Sites.Count == 1 ? Redirect(Sites[0].Address) : Page();
    }

    private Site SiteOf(Tenant tenant)
    {
        var roles = DeskAccess.RolesIn(Memberships, tenant.Id);
        return new(tenant, roles, menu.HomeOf(tenant, roles));
    }
}
