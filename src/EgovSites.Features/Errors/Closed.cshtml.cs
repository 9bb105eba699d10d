using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EgovSites.Features.Errors;

/// <summary>
/// A site that its owners have closed for a while, or whose store is under repair: nothing is read from it.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class ClosedModel(CurrentTenant current, SiteDatabases sites) : SitePage
{
    public string Word => current.IsKnown && sites.Closed.ContainsKey(current.Tenant.Id) ? "repair" : "suspended";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
}
