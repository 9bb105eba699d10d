using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace EgovSites.Host.Http;

/// <summary>Caches public pages, compressed as they leave: by tenant, address, known query words, encoding and kind of entry.</summary>
public sealed class PageCachePolicy : IOutputCachePolicy
{
    // Days left and scheduled items change with the clock alone.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    // Anything else in a query (campaign marks, random words) must not fill the cache.
    private static readonly string[] QueryKeys = ["v", "page", "month", "topic", "state", "q", "agency", "kind", "region", "section", "letter"];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var current = context.HttpContext.RequestServices.GetRequiredService<CurrentTenant>();
        var cacheable = current.IsKnown && PublicPage.IsCacheable(request);
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = cacheable;
        context.ResponseExpirationTimeSpan = Life;
        if (cacheable)
        {
            Vary(context, request, current.Tenant);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage = response.StatusCode == StatusCodes.Status200OK
            && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);
        return ValueTask.CompletedTask;
    }

    private static void Vary(OutputCacheContext context, HttpRequest request, Tenant tenant)
    {
        context.Tags.Add(CacheTags.Of(tenant));
        context.CacheVaryByRules.QueryKeys = QueryKeys;
        context.CacheVaryByRules.VaryByValues["tenant"] = tenant.Id;
        context.CacheVaryByRules.VaryByValues["base"] = request.PathBase;
        context.CacheVaryByRules.VaryByValues["encoding"] = PublicPage.EncodingOf(request);
        context.CacheVaryByRules.VaryByValues["entry"] = PublicPage.IsEntry(request) ? "1" : "0";
    }
}
