using EgovSites.Platform.Content.Definitions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EgovSites.Features.Aggregation;

/// <summary><c>{section:aggregated}</c>: a section whose items the portal gathers.</summary>
public sealed class AggregatedConstraint(Standards standards) : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values,
        RouteDirection routeDirection) =>
        values[routeKey] is string section && standards.Newest.Section(section) is { Behaviours.Aggregated: true };
}
