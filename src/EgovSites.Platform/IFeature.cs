using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform;

/// <summary>A feature folder plugs itself in with one class of this kind; no central list names it.</summary>
public interface IFeature
{
    void AddServices(IServiceCollection services);

    /// <summary>Adds addresses that are not Razor pages.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
