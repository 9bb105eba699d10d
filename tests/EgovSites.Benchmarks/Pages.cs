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
        return [.. Link().Matches(html).Select(match => match.Groups["path"].Value)
            .Where(path => path.StartsWith(list + "/", StringComparison.Ordinal)
                && !path.EndsWith(".atom", StringComparison.Ordinal)).Distinct()];
    }

    /// <summary>The home pages of all sites, from the portal's directory.</summary>
    public static async Task<IEnumerable<string>> SitesAsync(int port)
    {
        using var client = new HttpClient();
        var html = await client.GetStringAsync($"http://127.0.0.1:{port}/tg/agencies");
        return Link().Matches(html).Select(match => match.Groups["path"].Value).Where(path => Home().IsMatch(path))
            .Distinct();
    }

    /// <summary>
    /// Asks for every address a few times, so that no file is opened for the first time while it is measured.
    /// </summary>
    public static async Task VisitAsync(int port, IReadOnlyList<string> paths, int times)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", "bench=1");
        foreach (var path in Enumerable.Repeat(paths, times).SelectMany(all => all))
        {
            (await client.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"))).Dispose();
        }
    }

    [GeneratedRegex("^/site/[a-z0-9-]+/tg$")]
    private static partial Regex Home();

    [GeneratedRegex("href=\"(?<path>[^\"?#]+)\"")]
    private static partial Regex Link();
}
