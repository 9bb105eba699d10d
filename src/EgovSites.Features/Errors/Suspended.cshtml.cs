using EgovSites.Platform.Theming;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EgovSites.Features.Errors;

/// <summary>A site that its owners have closed for a while.</summary>
[IgnoreAntiforgeryToken]
public sealed class SuspendedModel : SitePage
{
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
}
