using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Host.Http;

/// <summary>
/// Where nothing stands at an address, follows the redirect its site's editors may have left; every other request is
/// untouched.
/// </summary>
public sealed class OwnRedirects(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentTenant current, SiteDatabases sites)
    {
        await next(context);
        if (!IsLost(context) || !current.IsKnown
            || RedirectAddress.From(context.Request.Path.ToUriComponent()
                + context.Request.QueryString) is not { } asked)
        {
            return;
        }

        await using var db = sites.Open(current.Tenant);
        var path = asked.Split('?')[0];
        var found = await db.Set<OwnRedirect>().AsNoTracking().Where(row => row.From == asked || row.From == path)
            .OrderByDescending(row => row.From.Length).Select(row => row.To)
            .FirstOrDefaultAsync(context.RequestAborted);
        if (found is not null)
        {
            context.Response.Redirect(found.StartsWith('/') ? context.Request.PathBase.ToUriComponent() + found
                : found, permanent: true);
        }
    }

    private static bool IsLost(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status404NotFound && !context.Response.HasStarted
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null;
}
