using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Theming.Serving;

/// <summary>The names under which cached pages are thrown away.</summary>
public static class CacheTags
{
    public const string Portal = "portal";

    public static string Of(string tenantId) => "tenant:" + tenantId;

    public static string Of(Tenant tenant) => tenant.IsPortal ? Portal : Of(tenant.Id);
}
