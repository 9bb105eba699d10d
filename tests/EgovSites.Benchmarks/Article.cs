namespace EgovSites.Benchmarks;

/// <summary>An uncached article on SQLite: each request asks with a cookie, so that neither cache takes part.</summary>
internal static class Article
{
    public static async Task<bool> RunAsync()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path, "finance");
        var articles = await Pages.ArticlesAsync(host.Port, "/site/finance/tg/news");
        var one = await Load.RunAsync(host.Port, articles, 1, TimeSpan.FromSeconds(5), Load.Uncached);
        var many = await Load.RunAsync(host.Port, articles, 16, TimeSpan.FromSeconds(8), Load.Uncached);
        Report.Note($"p95 with one client {one.P95.TotalMilliseconds:0.00} ms");
        return Report.AtMost("uncached article, p50 with one client", one.Median.TotalMilliseconds, 3, "ms")
            & Report.AtLeast("uncached articles with 16 clients", many.PerSecond, 1300, "/s");
    }
}
