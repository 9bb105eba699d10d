using EgovSites.Platform.Localization;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Views;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EgovSites.Features.Errors;

/// <summary>What a visitor sees instead of a page, in the frame of the site that was asked.</summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(CurrentTenant current, Words words) : SitePage
{
    private static readonly int[] Known = [400, 403, 404, 410, 429, 500, 503];

    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>The frame is read from the database, which may be the very thing that failed.</summary>
    public bool HasFrame => current.IsKnown && Code < StatusCodes.Status500InternalServerError;

    public bool IsLost => Code is StatusCodes.Status404NotFound or StatusCodes.Status410Gone;

    /// <summary>What the words say: a status, or that the central store is away and not this site.</summary>
    public string Word => IsOfCentre ? "centre" : $"{(Known.Contains(Code) ? Code : Code < 500 ? 400 : 500)}";

    public string Text(string part) => words[$"errors.{Word}.{part}"];

    private bool IsOfCentre => Code == StatusCodes.Status503ServiceUnavailable
        && HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: var error }
        && StoreFaults.IsOfCentre(error);

    /// <summary>Runs for every method: a form or a script may fail as well.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Code = Code is >= 400 and <= 599 ? Code : StatusCodes.Status404NotFound;
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            Response.StatusCode = Code;
        }

        Head.Title = Text("title");
        Head.Description = Text("title");
        Head.IsHidden = true;
        Head.HasOwnSearch = IsLost;
    }
}
