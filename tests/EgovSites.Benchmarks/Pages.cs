using System.Text.RegularExpressions;

namespace EgovSites.Benchmarks;

/// <summary>Finds what to ask for.</summary>
internal static partial class Pages
{
    /// <summary>The items that a list page links to.</summary>
    public static async Task<List<string>> ArticlesAsync(int port, string list)
    {
        using var client = new HttpClient();
        var html = await client.GetStringAsync($"http://127.0.0.1:{port}{list}");
        return [.. Link().Matches(html).Select(match => match.Groups["path"].Value).Where(path => path.StartsWith(list + "/", StringComparison.Ordinal) && !path.EndsWith(".atom", StringComparison.Ordinal)).Distinct()];
    }

    /// <summary>The home pages of all sites, from the portal's directory.</summary>
    public static async Task<IEnumerable<string>> SitesAsync(int port)
    {
        using var client = new HttpClient();
        var html = await client.GetStringAsync($"http://127.0.0.1:{port}/tg/agencies");
        return Link().Matches(html).Select(match => match.Groups["path"].Value).Where(path => Home().IsMatch(path)).Distinct();
    }

    [GeneratedRegex("^/site/[a-z0-9-]+/tg$")]
    private static partial Regex Home();

    [GeneratedRegex("href=\"(?<path>[^\"?#]+)\"")]
    private static partial Regex Link();
}
