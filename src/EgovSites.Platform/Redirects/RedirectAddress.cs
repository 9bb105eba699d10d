using EgovSites.Platform.Content;

namespace EgovSites.Platform.Redirects;

/// <summary>Brings the two ends of a redirect into the form in which they are kept and compared.</summary>
public static class RedirectAddress
{
    public const int MaxLength = 500;

    private static readonly Uri Here = new("https://site.invalid/");

    /// <summary>A path of this site, readable, lower-case and without a slash at its end; null where it cannot be one.</summary>
    public static string? From(string typed)
    {
        var text = typed.Trim();
        if (!IsPath(text) || !Uri.TryCreate(Here, text, out var uri) || uri.Host != Here.Host)
        {
            return null;
        }

        var path = Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/').ToLowerInvariant();
        return path.Length == 0 || path.StartsWith("/admin", StringComparison.Ordinal) || path.Any(char.IsControl) ? null
            : path + Uri.UnescapeDataString(uri.Query).ToLowerInvariant();
    }

    /// <summary>A path of this site or a full https address, percent-encoded; null for anything else.</summary>
    public static string? To(string typed)
    {
        var text = typed.Trim();
        return IsPath(text) && Uri.TryCreate(Here, text, out var uri) && uri.Host == Here.Host ? uri.PathAndQuery + uri.Fragment
            : text.Length <= MaxLength && Links.IsSafe(text) && Uri.TryCreate(text, UriKind.Absolute, out var away) && away.Scheme == Uri.UriSchemeHttps && away.UserInfo.Length == 0 ? away.AbsoluteUri
            : null;
    }

    private static bool IsPath(string text) => text.Length <= MaxLength && text.StartsWith('/') && Links.IsSafe(text);
}
