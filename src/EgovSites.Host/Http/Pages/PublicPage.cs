using System.Collections.Concurrent;
using System.Text;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace EgovSites.Host.Http.Pages;

/// <summary>What makes a request one for a public page, and which form of the page it should get.</summary>
internal static class PublicPage
{
    private const int LongestValue = 100;

    private const int MostEncodings = 100;

    private static readonly ConcurrentDictionary<string, string> Encodings = new(StringComparer.Ordinal);

    private static readonly string[] PublicFiles = ["/sitemap.xml", "/robots.txt"];

    /// <summary>A plain question about a public address: no cookie, no credentials, no preview.</summary>
    public static bool IsCacheable(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Cookie.Count == 0
        && request.Headers.Authorization.Count == 0
        && (!request.QueryString.HasValue || IsKnownQuestion(request.Query))
        && IsPublic(request.Path.Value ?? "");

    public static PageCache.Key KeyOf(HttpRequest request) => new(
        request.IsHttps ? "https://" + Origins.HostOf(request) : Origins.HostOf(request),
        request.PathBase.HasValue ? request.PathBase.Value + request.Path.Value : request.Path.Value ?? "",
        request.QueryString.HasValue ? KnownQuery(request) : "",
        EncodingOf(request),
        IsEntry(request));

    /// <summary>The best encoding that the asker allows (RFC 9110, 12.5.3); empty: none.</summary>
    public static string EncodingOf(HttpRequest request)
    {
        var said = request.Headers.AcceptEncoding;
        if (said is not [{ Length: <= LongestValue } only])
        {
            return BestOf(said);
        }

        // Browsers say one of a few things; strangers may say anything.
        return Encodings.TryGetValue(only, out var known) ? known
            : Encodings.Count < MostEncodings ? Encodings.GetOrAdd(only, _ => BestOf(said)) : BestOf(said);
    }

    private static string BestOf(StringValues said) =>
        !StringWithQualityHeaderValue.TryParseList(said, out var accepted) ? ""
            : IsAllowed(accepted, "br") ? "br"
            : IsAllowed(accepted, "gzip") ? "gzip" : "";

    private static bool IsAllowed(IList<StringWithQualityHeaderValue> accepted, string encoding)
    {
        var said = accepted.FirstOrDefault(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(one => one.Value == "*");
        return said is not null && (said.Quality ?? 1) > 0;
    }

    /// <summary>The first page of a visit, which carries its stylesheet within.</summary>
    public static bool IsEntry(HttpRequest request) => request.Headers["Sec-Fetch-Site"] != "same-origin";

    /// <summary>True when the asker has this very page.</summary>
    public static bool IsConfirmed(HttpRequest request, string etag) =>
        request.Headers.IfNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(tag => tag.Compare(EntityTagHeaderValue.Parse(etag), useStrongComparison: false));

    // The tenant is not known yet: its prefix is still in the path.
    private static bool IsPublic(string path)
    {
        if (path.StartsWith("/site/", StringComparison.Ordinal))
        {
            var end = path.IndexOf('/', 6);
            path = end < 0 ? "" : path[end..];
        }

        return (SiteRequest.InPath(path) is not null && !IsPreview(path)) || PublicFiles.Contains(path)
            || path.StartsWith("/sitemap-", StringComparison.Ordinal);
    }

    // A stranger may write any question into an address: only what pages themselves link to is worth keeping.
    private static bool IsKnownQuestion(IQueryCollection query) =>
        !query.ContainsKey("lang")
        && (!query.TryGetValue("q", out var words) || words.ToString().Length == 0)
        && SiteRequest.QueryKeys.All(key => query[key] is { Count: <= 1 } values && IsShort(values.ToString()));

    private static bool IsShort(string value) =>
        value.Length <= LongestValue && value.AsSpan().Trim().Length == value.Length;

    // Drafts are for whoever has the link, and change under it.
    private static bool IsPreview(string path) =>
        path.Length > 3 && path.AsSpan(3).StartsWith("/preview/", StringComparison.Ordinal);

    private static string KnownQuery(HttpRequest request)
    {
        var known = new StringBuilder();
        foreach (var key in SiteRequest.QueryKeys)
        {
            foreach (var value in request.Query[key])
            {
                // Escaped, so that no value can pass for another key.
                known.Append(key).Append('=').Append(Uri.EscapeDataString(value ?? "")).Append('&');
            }
        }

        return known.ToString();
    }
}
