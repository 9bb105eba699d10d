using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Platform.Theming.Serving;

/// <summary>What the address of a request says about it.</summary>
public static class SiteRequest
{
    /// <summary>
    /// The query words that public pages know; any other is nobody's business and gets the same page.
    /// </summary>
    public static IReadOnlyList<string> QueryKeys { get; } =
        ["v", "page", "month", "topic", "state", "filter", "q", "agency", "kind", "region", "section", "letter"];

    private static readonly object CultureKey = new();

    /// <summary>The culture in the path; else what the browser prefers, Tajik first.</summary>
    public static string CultureOf(HttpContext context)
    {
        if (context.Items.TryGetValue(CultureKey, out var known))
        {
            return (string)known!;
        }

        var culture = InPath(context.Request.Path) ?? Cultures.BestOf(context.Request.Headers.AcceptLanguage);
        context.Items[CultureKey] = culture;
        return culture;
    }

    /// <summary>The culture the path begins with, or null.</summary>
    public static string? InPath(PathString path)
    {
        var text = path.Value ?? "";
        return text.Length >= 3 && text[0] == '/' && (text.Length == 3 || text[3] == '/')
            && Cultures.IsKnown(text[1..3]) ? text[1..3] : null;
    }
}
