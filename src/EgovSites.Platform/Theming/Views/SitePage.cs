using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using EgovSites.Platform.Theming.Serving;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Theming.Views;

/// <summary>A public page: knows its culture and tells the layout its title, path and languages.</summary>
public abstract class SitePage : PageModel
{
    public PageHead Head { get; } = new();

    public string Culture => SiteRequest.CultureOf(HttpContext);

    public SiteLinks Links => Service<SiteLinks>();

    /// <summary>The standard of the site's tenant.</summary>
    protected Standard Standard => Service<Standards>()[Service<CurrentTenant>().Tenant.Standard];

    /// <summary>A publication as templates see it.</summary>
    protected ItemView View(Publication row) =>
        new(row, Standard.Type(row.Type)!, Service<TimeProvider>().GetUtcNow()) { Links = Links };

    /// <summary>The page exists at the same path in all three languages.</summary>
    protected void AtSamePath(string path) => Head.Paths = Cultures.All.ToDictionary(culture => culture, _ => path);

    private T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
