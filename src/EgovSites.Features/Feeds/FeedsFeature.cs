using EgovSites.Platform;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Features.Feeds;

/// <summary>An Atom feed per list and language, for the types whose declaration says so.</summary>
public sealed class FeedsFeature : IFeature
{
    private const int Size = 20;

    public void AddServices(IServiceCollection services)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) =>
        endpoints.MapRead("/{culture:culture}/{section}/feed.atom", GetAsync);

    private static async Task<IResult> GetAsync(
        string culture, string section, CurrentTenant current, Standards standards, PublishedItems published,
        SiteLinks links, CancellationToken cancellation)
    {
        var type = standards[current.Tenant.Standard].Section(section);
        if (type is not { Behaviours.InFeeds: true })
        {
            return Results.NotFound();
        }

        var newest = await published.NewestAsync(type, culture, Size, cancellation);
        return Results.Bytes(AtomFeed.Write(type, culture, current.Tenant, newest, links), AtomFeed.ContentType);
    }
}
