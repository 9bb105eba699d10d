using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Theming.Serving;

/// <summary>
/// Keeps portal pages off agencies' sites and the other way round, so that the same address may mean each its own.
/// </summary>
public sealed class SiteKindPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => -100;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsOfOneKind);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var current = httpContext.RequestServices.GetRequiredService<CurrentTenant>();
        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index) && !Fits(candidates[index].Endpoint, current))
            {
                candidates.SetValidity(index, false);
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsOfOneKind(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PortalPageAttribute>() is not null
            || endpoint.Metadata.GetMetadata<AgencyPageAttribute>() is not null;

    private static bool Fits(Endpoint endpoint, CurrentTenant current) =>
        !IsOfOneKind(endpoint)
        || (current.IsKnown
            && current.Tenant.IsPortal == (endpoint.Metadata.GetMetadata<PortalPageAttribute>() is not null));
}
