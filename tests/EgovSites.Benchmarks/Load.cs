using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace EgovSites.Benchmarks;

/// <summary>A plain keep-alive client over sockets: it costs little, so that the two cores serve.</summary>
internal static class Load
{
    /// <summary>Requests per second and the median latency of one kind of request.</summary>
    public sealed record Result(double PerSecond, TimeSpan Median, TimeSpan P95);

    /// <summary>
    /// A header that keeps every cache out of the way: requests with a cookie are never answered from one.
    /// </summary>
    public const string Uncached = "br\r\nCookie: bench=1";

    /// <summary>Asks for the addresses in turn on each connection, for a while, after a warm-up.</summary>
    public static async Task<Result> RunAsync(int port, IReadOnlyList<string> paths, int connections, TimeSpan time,
        string encoding = "br", TimeSpan? warmUp = null)
    {
        // The runtime recompiles what is hot for the first seconds; that is not what is measured.
        await RunOnceAsync(port, paths, Math.Max(connections, 4), warmUp ?? TimeSpan.FromSeconds(12), encoding);
        var clock = Stopwatch.StartNew();
        var latencies = await RunOnceAsync(port, paths, connections, time, encoding);
        var elapsed = clock.Elapsed;
        latencies.Sort();
        return new Result(latencies.Count / elapsed.TotalSeconds, latencies[latencies.Count / 2],
            latencies[(int)(latencies.Count * 0.95)]);
    }

    private static async Task<List<TimeSpan>> RunOnceAsync(
        int port, IReadOnlyList<string> paths, int connections, TimeSpan time, string encoding)
    {
        var requests = paths.Select(path =>
            Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: {encoding}\r\n\r\n")).ToList();
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections)
            .Select(number => Task.Run(() => Ask(port, requests, number, until))));
        return [.. all.SelectMany(one => one)];
    }

    private static List<TimeSpan> Ask(int port, List<byte[]> requests, int first, long until)
    {
        using var client = new TcpClient("127.0.0.1", port) { NoDelay = true };
        var stream = client.GetStream();
        var buffer = new byte[256 * 1024];
        var latencies = new List<TimeSpan>();
        for (var number = first; Stopwatch.GetTimestamp() < until; number++)
        {
            var from = Stopwatch.GetTimestamp();
            stream.Write(requests[number % requests.Count]);
            ReadAnswer(stream, buffer);
            latencies.Add(Stopwatch.GetElapsedTime(from));
        }

        return latencies;
    }

    private static void ReadAnswer(NetworkStream stream, byte[] buffer)
    {
        var filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            filled += Fill(stream, buffer, filled);
        }

        var headers = Encoding.ASCII.GetString(buffer, 0, head);
        if (!headers.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("Not a 200: " + headers.Split('\r')[0]);
        }

        if (LengthIn(headers) is { } length)
        {
            for (var whole = head + 4 + length; filled < whole;)
            {
                filled += Fill(stream, buffer, filled);
            }

            return;
        }

        while (!buffer.AsSpan(0, filled).EndsWith("0\r\n\r\n"u8))
        {
            filled += Fill(stream, buffer, filled);
        }
    }

    private static int Fill(NetworkStream stream, byte[] buffer, int filled)
    {
        var read = stream.Read(buffer, filled, buffer.Length - filled);
        return read > 0 ? read : throw new EndOfStreamException("The host closed the connection.");
    }

    private static int? LengthIn(string headers)
    {
        var at = headers.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null
            : int.Parse(headers.AsSpan(at + 16).ToString()
                .Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
