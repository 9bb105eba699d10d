using EgovSites.Platform;
using EgovSites.Platform.Content;
using EgovSites.Platform.Publishing;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Features.Sitemap;

/// <summary>What search engines read: <c>/sitemap.xml</c> and <c>/robots.txt</c>.</summary>
public sealed class SitemapFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead("/sitemap.xml", SitemapAsync);
        endpoints.MapRead("/robots.txt", Robots);
    }

    private static async Task<IResult> SitemapAsync(
        CurrentTenant current, Standards standards, PublishedItems published, SiteLinks links, CancellationToken cancellation)
    {
        var rows = new List<Publication>();
        foreach (var culture in Cultures.All)
        {
            rows.AddRange(await published.AllAsync(culture, cancellation));
        }

        return Results.Bytes(SitemapFile.Write(standards[current.Tenant.Standard], rows, links), "application/xml; charset=utf-8");
    }

    // An agency below /site/ has no robots.txt of its own that anyone would ask for, so the portal names all site maps.
    private static IResult Robots(CurrentTenant current, TenantDirectory tenants, SiteLinks links)
    {
        var named = current.Tenant.IsPortal
            ? tenants.All.Where(tenant => tenant is { State: TenantState.Running, Hosts.Count: 0 }).OrderBy(tenant => tenant.Slug, StringComparer.Ordinal)
            : Enumerable.Repeat(current.Tenant, 1);
        string[] rules = ["User-agent: *", "Disallow: /admin", "Disallow: /*?v=", "Disallow: /*&v=", "Disallow: /*/search?", "Disallow: /*/feedback/status"];
        var maps = named.Select(tenant => $"Sitemap: {links.CanonicalFile("/sitemap.xml", tenant)}");
        return Results.Text(string.Join('\n', rules.Concat(maps)) + "\n");
    }
}
