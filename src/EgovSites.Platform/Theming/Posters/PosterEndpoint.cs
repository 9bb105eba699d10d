using System.Text.RegularExpressions;
using EgovSites.Platform.Content;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Theming.Posters;

/// <summary>
/// Serves posters while their page is public. Whatever stamp is asked for, the answer is what the page says now.
/// </summary>
public static partial class PosterEndpoint
{
    // As pages are kept: what is withdrawn leaves shared caches with its page.
    private const string ByDay = "public, max-age=86400, s-maxage=300";
    private const string Hardly = "public, max-age=60";

    public static void MapPosters(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapRead("/poster/{id}/{name}", ServeAsync);

    private static async Task<IResult> ServeAsync(
        string id, string name, CurrentTenant current, Posters posters, HttpContext context,
        CancellationToken cancellation)
    {
        if (!current.IsKnown || Name().Match(name) is not { Success: true } match
            || (id != Poster.OfSite && !Ids.IsId(id)))
        {
            return Results.NotFound();
        }

        var culture = match.Groups["culture"].Value;
        if (id == Poster.OfSite)
        {
            return await SendAsync(
                posters.OfSite(current.Tenant, culture), name, current.Tenant, posters, context, cancellation);
        }

        var (page, isGone) = await FindAsync(context, id, culture, cancellation);
        if (page is not null)
        {
            return await SendAsync(
                Poster.Of(current.Tenant, page), name, current.Tenant, posters, context, cancellation);
        }

        context.Response.Headers.CacheControl = Hardly;
        return isGone ? Results.StatusCode(StatusCodes.Status410Gone) : Results.NotFound();
    }

    private static async Task<IResult> SendAsync(
        Poster poster, string name, Tenant tenant, Posters posters, HttpContext context, CancellationToken cancellation)
    {
        try
        {
            if (await posters.FileAsync(tenant, poster, cancellation) is { } path)
            {
                context.Response.Headers.CacheControl = name == poster.FileName ? ByDay : Hardly;
                return Results.File(path, "image/jpeg", entityTag: new($"\"{poster.Stamp}\""));
            }
        }
        catch (FileStoreAwayException)
        {
            // Messengers ask again.
        }

        context.Response.Headers.RetryAfter = "10";
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<(Publication? Page, bool IsGone)> FindAsync(
        HttpContext context, string id, string culture, CancellationToken cancellation)
    {
        var db = context.RequestServices.GetRequiredService<SiteDbContext>();
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        // A page under a notice of withdrawal is still a page.
        var page = await db.Set<Publication>().AsNoTracking().IgnoreQueryFilters([Publication.WithoutWithdrawn])
            .SingleOrDefaultAsync(row => row.ItemId == id && row.Culture == culture
                && row.ShownAt <= now, cancellation);
        return (page, page is null
            && await db.Set<GoneAddress>()
                .AnyAsync(row => row.ItemId == id && row.Culture == culture && row.RedirectTo == "", cancellation));
    }

    [GeneratedRegex("^(?<culture>tg|ru|en)-[0-9a-f]{12}\\.jpg$", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
