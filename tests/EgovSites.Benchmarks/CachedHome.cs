using System.Net;

namespace EgovSites.Benchmarks;

/// <summary>
/// A cached agency home against a bare Kestrel endpoint that sends the same bytes from memory, in turn in one run.
/// </summary>
internal static class CachedHome
{
    private const string Home = "/site/finance/tg";

    public static async Task<bool> RunAsync()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path, "finance");
        await using var bare = await BareKestrel.StartAsync(await BytesAsync(host.Port));
        var ratios = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var plain = await Load.RunAsync(
                bare.Port, ["/"], 16, TimeSpan.FromSeconds(3), warmUp: TimeSpan.FromSeconds(round == 0 ? 6 : 1));
            var cached = await Load.RunAsync(
                host.Port, [Home], 16, TimeSpan.FromSeconds(3), warmUp: TimeSpan.FromSeconds(round == 0 ? 6 : 1));
            Report.Note($"bare {plain.PerSecond:0}/s, cached {cached.PerSecond:0}/s");
            ratios.Add(cached.PerSecond / plain.PerSecond);
        }

        return Report.AtLeast("cached agency home, share of bare Kestrel (median of 5)", ratios.Order()
            .ElementAt(2), 0.7);
    }

    private static async Task<byte[]> BytesAsync(int port)
    {
        using var client =
            new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        return await client.GetByteArrayAsync($"http://127.0.0.1:{port}{Home}");
    }
}
