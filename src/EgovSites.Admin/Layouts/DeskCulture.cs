using System.Globalization;
using EgovSites.Admin.Account.SignIn;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Admin.Layouts;

/// <summary>
/// The language of the back office: the editor's own; before sign-in the one asked for in the address, then the
/// browser's.
/// </summary>
public static class DeskCulture
{
    public const string Query = "culture";

    /// <summary>Stands after authentication.</summary>
    public static IApplicationBuilder UseDeskCulture(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(DeskSession.Path, StringComparison.OrdinalIgnoreCase))
        {
            // Also what an editor sees without a form on it must not stay in a shared machine's memory.
            context.Response.Headers.CacheControl = "no-store";
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Get(Of(context));
        }

        return next(context);
    });

    private static string Of(HttpContext context) =>
        Known(context.User.FindFirst(DeskClaims.Culture)?.Value)
        ?? Known(context.Request.Query[Query])
        ?? Cultures.BestOf(context.Request.Headers.AcceptLanguage);

    private static string? Known(string? culture) => Cultures.IsKnown(culture) ? culture : null;
}
