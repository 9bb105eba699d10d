using EgovSites.Platform;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Features.Sitemap;

/// <summary>
/// What search engines read: <c>/sitemap.xml</c>, its parts where it is long, and <c>/robots.txt</c>.
/// </summary>
public sealed class SitemapFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<SitemapPages>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead("/sitemap.xml", SitemapAsync);
        endpoints.MapRead("/sitemap-{part:int:min(1)}.xml", PartAsync);
        endpoints.MapRead("/robots.txt", Robots);
    }

    private static async Task<IResult> SitemapAsync(SitemapPages pages, SiteLinks links, CancellationToken cancellation)
    {
        var parts = await pages.PartsAsync(cancellation);
        var body = parts == 1
            ? await SitemapFile.WriteAsync(pages.ReadAsync(1, cancellation), cancellation)
            : SitemapFile.WriteIndex(Enumerable.Range(1, parts)
                .Select(part => links.CanonicalFile($"/sitemap-{part}.xml")));
        return Results.Bytes(body, SitemapFile.ContentType);
    }

    private static async Task<IResult> PartAsync(int part, SitemapPages pages, CancellationToken cancellation) =>
        part > await pages.PartsAsync(cancellation)
            ? Results.NotFound()
            : Results.Bytes(await SitemapFile.WriteAsync(pages.ReadAsync(part, cancellation), cancellation),
                SitemapFile.ContentType);

    // An agency below /site/ has no robots.txt of its own that anyone would ask for, so the portal names all site maps.
    private static IResult Robots(CurrentTenant current, TenantDirectory tenants, SiteLinks links)
    {
        var named = current.Tenant.IsPortal
            ? tenants.All.Where(tenant => tenant is { State: TenantState.Running, Hosts.Count: 0 })
                .OrderBy(tenant => tenant.Slug, StringComparer.Ordinal)
            : Enumerable.Repeat(current.Tenant, 1);
        string[] rules = ["User-agent: *", "Disallow: /admin", "Disallow: /*?v=", "Disallow: /*&v=",
            "Disallow: /*/search?", "Disallow: /*/feedback/status"];
        var maps = named.Select(tenant => $"Sitemap: {links.CanonicalFile("/sitemap.xml", tenant)}");
        return Results.Text(string.Join('\n', rules.Concat(maps)) + "\n");
    }
}
