using System.Globalization;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Theming.Serving;

namespace EgovSites.Host.Http;

/// <summary>Sets the culture the address names for everything that formats or words anything.</summary>
public sealed class CultureMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var culture = Cultures.Get(SiteRequest.CultureOf(context));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return next(context);
    }
}
