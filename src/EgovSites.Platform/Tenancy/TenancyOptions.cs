using System.ComponentModel.DataAnnotations;

namespace EgovSites.Platform.Tenancy;

/// <summary>Which host names lead to the portal and to the tenants under it.</summary>
public sealed class TenancyOptions
{
    public const string Section = "Tenancy";

    /// <summary>The portal answers on these; <c>{slug}.{domain}</c> is a tenant. Lower-case, without ports.</summary>
    [Required, MinLength(1)]
    public string[] Domains { get; set; } = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The origin that canonical links name, such as <c>https://egov.tj</c>; empty: that of the request.</summary>
    public string PublicOrigin { get; set; } = "";
}
