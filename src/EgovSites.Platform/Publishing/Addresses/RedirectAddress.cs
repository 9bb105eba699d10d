using System.Collections.Frozen;
using EgovSites.Platform.Content.Running;

namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>Brings the two ends of a redirect into the form in which they are kept and compared.</summary>
public static class RedirectAddress
{
    public const int MaxLength = 500;

    // What social networks, mailers and searches add to an address; none of it names a page.
    private static readonly FrozenSet<string> Tracking = FrozenSet.Create(StringComparer.Ordinal,
        "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "ysclid", "_openstat", "igshid", "igsh",
        "mc_cid", "mc_eid", "twclid", "ttclid");

    private static readonly Uri Here = new("https://site.invalid/");

    /// <summary>
    /// A path of this site, readable, lower-case and without a slash at its end; null where it cannot be one.
    /// </summary>
    public static string? From(string typed)
    {
        var text = typed.Trim();
        if (!IsPath(text) || !Uri.TryCreate(Here, text, out var uri) || uri.Host != Here.Host)
        {
            return null;
        }

        var path = Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/').ToLowerInvariant();
        return path.Length == 0 || path.StartsWith("//", StringComparison.Ordinal)
            || path.StartsWith("/admin", StringComparison.Ordinal) || path.Any(char.IsControl) ? null
            : path + WithoutTracking(Uri.UnescapeDataString(uri.Query).ToLowerInvariant());
    }

    /// <summary>A path of this site or a full https address, percent-encoded; null for anything else.</summary>
    public static string? To(string typed)
    {
        var text = typed.Trim();
        return IsPath(text) && Uri.TryCreate(Here, text, out var uri) && uri.Host == Here.Host && IsOwn(uri)
                ? uri.PathAndQuery + uri.Fragment
            : text.Length <= MaxLength && Links.IsSafe(text) && Uri.TryCreate(text, UriKind.Absolute, out var away)
                && away.Scheme == Uri.UriSchemeHttps && away.UserInfo.Length == 0 ? away.AbsoluteUri
            : null;
    }

    // Judged after dots have been resolved: "/..//evil.test" begins with one slash and ends as another host.
    private static bool IsOwn(Uri uri) =>
        !uri.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            && !uri.PathAndQuery.Contains('\\', StringComparison.Ordinal);

    private static string WithoutTracking(string query)
    {
        var kept = query.TrimStart('?').Split('&').Where(part => part.Length > 0 && !IsTracking(part.Split('=')[0]))
            .ToList();
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }

    private static bool IsTracking(string name) =>
        name.StartsWith("utm_", StringComparison.Ordinal) || Tracking.Contains(name);

    private static bool IsPath(string text) => text.Length <= MaxLength && text.StartsWith('/') && Links.IsSafe(text);
}
