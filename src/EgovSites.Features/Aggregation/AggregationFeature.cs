using EgovSites.Platform;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Theming.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Features.Aggregation;

public sealed class AggregationFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IOutboxHandler, HeadlineHandler>();
        services.AddSingleton<Headlines>();
        services.AddSingleton<HeadlineReconciler>()
            .AddSingleton<IDailyWork>(provider => provider.GetRequiredService<HeadlineReconciler>());
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<AggregatedConstraint>("aggregated"));
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints
        .MapRead("/{culture:culture}/{section:aggregated}/feed.atom", HeadlineFeed.GetAsync)
        .WithMetadata(new PortalPageAttribute());
}
