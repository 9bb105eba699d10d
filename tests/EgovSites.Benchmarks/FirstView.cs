using System.Net;

namespace EgovSites.Benchmarks;

/// <summary>The first view: one entry page with its stylesheet within, as brotli leaves the host.</summary>
internal static class FirstView
{
    public static async Task<bool> RunAsync()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path);
        var article = (await Pages.ArticlesAsync(host.Port, "/site/finance/tg/news"))[0];
        return await IsLightAsync(host.Port, "portal home", "/tg")
            & await IsLightAsync(host.Port, "agency home", "/site/finance/tg")
            & await IsLightAsync(host.Port, "article", article);
    }

    private static async Task<bool> IsLightAsync(int port, string what, string path)
    {
        using var client =
            new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var bytes = await client.GetByteArrayAsync($"http://127.0.0.1:{port}{path}");
        return Report.AtMost($"first view of {what}, HTML and CSS", bytes.Length / 1024.0, 14, "KB");
    }
}
