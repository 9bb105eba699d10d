using EgovSites.Platform.Tenancy;

namespace EgovSites.Admin.Layouts;

/// <summary>
/// Where a tenant's public pages are seen from the back office: on the portal's own host, under the tenant's prefix.
/// </summary>
public static class SiteAddress
{
    public static string Of(Tenant tenant) => tenant.IsPortal ? "" : $"/site/{tenant.Slug}";

    /// <summary>A file of the library for its members, public or not.</summary>
    public static string Media(Tenant tenant, string id, string name) => Media(tenant) + $"{id}/{name}";

    /// <summary>What such an address begins with.</summary>
    public static string Media(Tenant tenant) => $"/admin/sites/{tenant.Slug}/files/";
}
