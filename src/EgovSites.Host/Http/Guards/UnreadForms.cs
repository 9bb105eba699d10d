using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EgovSites.Host.Http.Guards;

/// <summary>
/// Refuses a form that cannot be read; MVC would run the page with nothing bound at all, lists and words that are never
/// null included.
/// </summary>
public sealed class UnreadForms : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // MVC keeps only the words of its trouble, under no name.
        if (context.HttpContext.Request.HasFormContentType && context.ModelState[""] is { Errors.Count: > 0 })
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
