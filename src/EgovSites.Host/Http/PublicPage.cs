using EgovSites.Platform.Theming;

namespace EgovSites.Host.Http;

/// <summary>What makes a request one for a public page, and which form of the page it should get.</summary>
internal static class PublicPage
{
    private static readonly string[] PublicFiles = ["/sitemap.xml", "/robots.txt"];

    /// <summary>A plain question about a public address: no cookie, no credentials, no preview.</summary>
    public static bool IsCacheable(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && (SiteRequest.InPath(request.Path) is not null || PublicFiles.Contains(request.Path.Value))
        && request.Headers.Cookie.Count == 0
        && request.Headers.Authorization.Count == 0;

    public static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
    }

    /// <summary>The first page of a visit, which carries its stylesheet within.</summary>
    public static bool IsEntry(HttpRequest request) => request.Headers["Sec-Fetch-Site"] != "same-origin";
}
