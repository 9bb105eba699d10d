using EgovSites.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host.Http;

/// <summary>
/// Every address the host answers on, with the words its page reads: asked of the host itself, so that a new page joins
/// by itself.
/// </summary>
internal sealed record Routes(RoutePattern Pattern, IReadOnlyList<string> Asked, IReadOnlyList<Routes.Post> Posts)
{
    /// <summary>A form's handler and its controls.</summary>
    public sealed record Post(string Handler, IReadOnlyList<string> Controls);

    public bool IsOfDesk => Pattern.RawText!.TrimStart('/').StartsWith("admin", StringComparison.Ordinal);

    public bool IsErrorPage => Pattern.RawText!.TrimStart('/').StartsWith("error/", StringComparison.Ordinal);

    public IEnumerable<string> Places => Pattern.Parameters.Select(part => part.Name);

    public static async Task<IReadOnlyList<Routes>> OfAsync(SiteHost host)
    {
        var routes = new List<Routes>();
        var pages = host.Services.GetRequiredService<PageLoader>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>())
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            routes.Add(page is null
                ? new Routes(endpoint.RoutePattern, [], [])
                : Of(endpoint.RoutePattern, await pages.LoadAsync(page, endpoint.Metadata)));
        }

        return routes;
    }

    /// <summary>The address with each place filled in; what is empty at the end is left out.</summary>
    public string Address(Func<string, string> fill) => "/" + string.Join('/', Pattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart place => fill(place.Name),
            _ => "",
        })))).TrimEnd('/');

    private static Routes Of(RoutePattern pattern, CompiledPageActionDescriptor page)
    {
        var bound = page.BoundProperties.Select(property => property.BindingInfo?.BinderModelName ?? property.Name)
            .ToList();
        var asked = page.HandlerMethods.Where(handler => HttpMethods.IsGet(handler.HttpMethod)).SelectMany(Names)
            .Concat(bound);
        var posts = page.HandlerMethods.Where(handler => HttpMethods.IsPost(handler.HttpMethod))
            .Select(handler => new Post(handler.Name ?? "", [.. Names(handler).Concat(bound).Distinct()]));
        return new Routes(pattern, [.. asked.Distinct()], [.. posts]);
    }

    private static IEnumerable<string> Names(HandlerMethodDescriptor handler) => handler.Parameters
        .Where(parameter => parameter.ParameterType != typeof(CancellationToken))
        .Select(parameter => parameter.BindingInfo?.BinderModelName ?? parameter.Name);
}
