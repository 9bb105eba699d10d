using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Platform.Theming.Frames;

/// <summary>
/// Makes every address a page shows: culture, tenant prefix and the version for the visually impaired are kept.
/// </summary>
public sealed class SiteLinks(
    IHttpContextAccessor accessor, CurrentTenant current, TenantDirectory tenants, Origins origins)
{
    private HttpRequest Request => accessor.HttpContext!.Request;

    /// <summary>The culture of the page being written.</summary>
    public string Culture => SiteRequest.CultureOf(accessor.HttpContext!);

    public Vision? Vision => Vision.Parse(Request.Query[Vision.Query]);

    /// <summary>What stands before every path of this site: empty on a host of its own.</summary>
    public string Root => Request.PathBase.ToString();

    /// <summary>An address of this site: <c>To("/news")</c> is <c>/site/health/tg/news</c>.</summary>
    public string To(string path, string? culture = null) =>
        WithVision($"{Request.PathBase}/{culture ?? Culture}{Trimmed(path)}");

    /// <summary>
    /// The address of the page being shown, in another version for the visually impaired, or in none.
    /// </summary>
    public string Here(Vision? vision)
    {
        var kept = Request.Query.Where(pair => pair.Key != Vision.Query && SiteRequest.QueryKeys.Contains(pair.Key))
            .SelectMany(pair => pair.Value.Select(value => (pair.Key, value)))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.value ?? "")}")
            .Concat(vision is null ? [] : [$"{Vision.Query}={vision.Code}"]);
        var query = string.Join('&', kept);
        return $"{Request.PathBase}{Request.Path}{(query.Length > 0 ? "?" + query : "")}";
    }

    /// <summary>A page of another tenant, seen from here.</summary>
    public string OfTenant(Tenant tenant, string path, string? culture = null) =>
        WithVision($"{RootOf(tenant)}/{culture ?? Culture}{Trimmed(path)}");

    /// <summary>The full address that search engines and messengers should keep.</summary>
    public string Canonical(string path, string? culture = null) => CanonicalOf(current.Tenant, path, culture);

    /// <summary>The same for a page of another tenant.</summary>
    public string CanonicalOf(Tenant tenant, string path, string? culture = null) =>
        $"{OriginOf(tenant)}/{culture ?? Culture}{Trimmed(path)}";

    /// <summary>The full address of a file of this site, or of another tenant's.</summary>
    public string CanonicalFile(string path, Tenant? tenant = null) => OriginOf(tenant ?? current.Tenant) + path;

    /// <summary>The code of the preview that is shown: drafts' files have addresses below it.</summary>
    public string? PreviewCode { get; set; }

    /// <summary>A picture or document of this site; the width is one of those that were made.</summary>
    public string Media(string id, string name) => File($"/media/{id}/{Uri.EscapeDataString(name)}");

    /// <summary>The address of a path below <c>/media/</c>, as running text holds it.</summary>
    public string File(string path) =>
        $"{Request.PathBase}{(PreviewCode is null ? path : path.Insert("/media/".Length, $"preview/{PreviewCode}/"))}";

    /// <summary>
    /// The same for a tenant seen from the portal: always from the portal's own origin, for pages bring nothing from
    /// elsewhere.
    /// </summary>
    public string MediaOf(Tenant tenant, string id, string name) =>
        tenant.Id == current.Tenant.Id ? Media(id, name)
            : $"/site/{tenant.Slug}/media/{id}/{Uri.EscapeDataString(name)}";

    /// <summary>
    /// An address an editor put into a menu or a link: <c>~/</c> starts at this site, with its culture already in it.
    /// </summary>
    public string Own(string url) =>
        url.StartsWith("~/", StringComparison.Ordinal) ? WithVision(Request.PathBase + url[1..]) : url;

    private string RootOf(Tenant tenant) => tenant.Id == current.Tenant.Id
        ? Request.PathBase.ToString()
        : tenant.Hosts.Count > 0 ? $"{origins.SchemeOf(Request)}://{FirstHostOf(tenant)}"
        : tenant.IsPortal ? PortalRoot() : $"{PortalRoot()}/site/{tenant.Slug}";

    // Seen from {slug}.localhost, other tenants stand on the portal's host; under /site/{slug} they share this one.
    private string PortalRoot() =>
        tenants.ByHost(Request.Host.Host) is { IsPortal: true } ? "" : origins.PortalOf(Request);

    private string OriginOf(Tenant tenant) => tenant.Hosts.Count > 0
        ? $"{origins.SchemeOf(Request)}://{FirstHostOf(tenant)}"
        : origins.PortalOf(Request) + (tenant.IsPortal ? "" : $"/site/{tenant.Slug}");

    private static string FirstHostOf(Tenant tenant) => tenant.Hosts.MinBy(host => host.Order)!.Host;

    private string WithVision(string address)
    {
        if (Vision is not { } vision)
        {
            return address;
        }

        var (path, fragment) = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at
            ? (address[..at], address[at..]) : (address, "");
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Vision.Query}={vision.Code}{fragment}";
    }

    private static string Trimmed(string path) => path == "/" ? "" : path;
}
