namespace EgovSites.Platform.Content.Running;

/// <summary>Which addresses a person may put behind a link.</summary>
public static class Links
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>
    /// True for web, mail and telephone addresses and for addresses inside the site; false for scripts and anything
    /// odd.
    /// </summary>
    public static bool IsSafe(string url)
    {
        if (url.Length > 2000 || url.Any(letter => letter <= ' ' || letter == '\\'))
        {
            return false;
        }

        if (url.StartsWith("~/", StringComparison.Ordinal) || url.StartsWith('#'))
        {
            return true;
        }

        return url.StartsWith('/')
            ? !url.StartsWith("//", StringComparison.Ordinal)
            : Uri.TryCreate(url, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme);
    }
}
