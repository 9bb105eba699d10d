using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Desk;

/// <summary>
/// Refuses what somebody without a role on a site sends to its back office before any of it is read. The check for the
/// token, which stands in the form, would read all of it first.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ClosedToStrangersAttribute : Attribute, IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var (http, site) = (context.HttpContext, context.RouteData.Values["site"] as string);
        var services = http.RequestServices;
        if (site is null || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || services.GetRequiredService<UserManager<Editor>>().GetUserId(http.User) is not { } id)
        {
            return;
        }

        var memberships = await services.GetRequiredService<DeskAccess>().MembershipsAsync(id, http.RequestAborted);
        if (DeskAccess.RolesOn(memberships, services.GetRequiredService<CurrentTenant>(), site) is null)
        {
            services.GetRequiredService<SecurityLog>().Write(SecurityEvent.Refusal, id, SecurityLog.Refused, site);
            CloseAfter(http);
            context.Result = new NotFoundResult();
        }
    }

    // The body is left unread, by the page of the refusal too, so that the connection cannot carry another request.
    private static void CloseAfter(HttpContext http)
    {
        http.Request.Form = FormCollection.Empty;
        if (HttpProtocol.IsHttp11(http.Request.Protocol))
        {
            http.Response.Headers.Connection = "close";
        }
    }
}
