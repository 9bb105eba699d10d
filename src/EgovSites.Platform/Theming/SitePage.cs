using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Theming;

/// <summary>A public page: knows its culture and tells the layout its title, path and languages.</summary>
public abstract class SitePage : PageModel
{
    public PageHead Head { get; } = new();

    public string Culture => SiteRequest.CultureOf(HttpContext);

    public SiteLinks Links => HttpContext.RequestServices.GetRequiredService<SiteLinks>();

    /// <summary>The page exists at the same path in all three languages.</summary>
    protected void AtSamePath(string path) => Head.Paths = Cultures.All.ToDictionary(culture => culture, _ => path);
}
