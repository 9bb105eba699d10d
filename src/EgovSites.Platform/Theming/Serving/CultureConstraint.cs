using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EgovSites.Platform.Theming.Serving;

/// <summary><c>{culture:culture}</c>: tg, ru or en, and nothing else.</summary>
public sealed class CultureConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values,
        RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && Cultures.IsKnown(value as string);
}
