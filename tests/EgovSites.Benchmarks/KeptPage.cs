using System.Globalization;
using System.Net;
using EgovSites.Host.Http.Pages;
using EgovSites.Platform.Theming.Serving;
using Microsoft.Extensions.Primitives;

namespace EgovSites.Benchmarks;

/// <summary>
/// One kept page from our own cache, from the framework's output cache and from bare Kestrel: three servers with
/// nothing else in them, the same bytes and headers, in turn in one run. ADR 0006 holds the figures.
/// </summary>
internal static class KeptPage
{
    public const string Verb = "--kept-page";

    private const string Home = "/site/finance/tg";

    private static readonly string[] Servers = ["bare", "own", "framework"];

    public static async Task<bool> RunAsync()
    {
        var file = await WrittenAsync();
        var figures = Servers.ToDictionary(server => server, _ => new List<Load.Result>());
        await using var bare = await BareKestrel.StartAsync(port => [Verb, "bare", file, $"{port}"]);
        await using var own = await BareKestrel.StartAsync(port => [Verb, "own", file, $"{port}"]);
        await using var framework = await BareKestrel.StartAsync(port => [Verb, "framework", file, $"{port}"]);
        for (var round = 0; round < 7; round++)
        {
            foreach (var (name, server) in Servers.Zip([bare, own, framework]))
            {
                var figure = await Load.RunAsync(
                    server.Port, [Home], 16, TimeSpan.FromSeconds(3), warmUp: TimeSpan.FromSeconds(round == 0 ? 6 : 1));
                figures[name].Add(figure);
            }
        }

        File.Delete(file);
        File.Delete(file + ".headers");
        foreach (var (name, all) in figures)
        {
            Report.Note(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {Median(all, one => one.PerSecond):0}/s, median {Median(all, one => one.Median.TotalMicroseconds):0} µs, p95 {Median(all, one => one.P95.TotalMicroseconds):0} µs"));
        }

        var share = figures["own"].Zip(figures["framework"], (one, other) => one.PerSecond / other.PerSecond).Order()
            .ElementAt(3);
        return Report.AtLeast("own page cache against the framework's output cache (median of 7)", share, 0.9);
    }

    /// <summary>The server side, in the other process.</summary>
    public static async Task ServeAsync(string server, string file, string port)
    {
        var (headers, body) = await ReadAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(new PageCache(TimeProvider.System));
        builder.Services.AddOutputCache(
            options => options.AddBasePolicy(policy => policy.Expire(TimeSpan.FromMinutes(5)).Tag("tenant:x")
            .SetVaryByHost(true).SetVaryByHeader("Accept-Encoding", "Sec-Fetch-Site")
            .SetVaryByQuery([.. SiteRequest.QueryKeys])));
        var app = builder.Build();
        if (server == "own")
        {
            var cache = app.Services.GetRequiredService<PageCache>();
            cache.Keep(new PageCache.Key($"127.0.0.1:{port}", Home, "", "br", true),
                new PageCache.Page(headers, body, "W/\"x\""), cache.Begin("tenant:x"));
            app.UseMiddleware<PageCacheMiddleware>();
        }
        else if (server == "framework")
        {
            app.UseOutputCache();
        }

        app.Run(context =>
        {
            if (server == "own")
            {
                // Not from the cache: the figure would be of something else.
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
    }

    private static double Median(List<Load.Result> all, Func<Load.Result, double> figure) =>
        all.Select(figure).Order().ElementAt(all.Count / 2);

    // What the real host answers: a line of each header, an empty one, the packed body.
    private static async Task<string> WrittenAsync()
    {
        using var data = new DataFolder();
        await using var host = await HostProcess.StartAsync(data.Path, "finance");
        using var client =
            new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        using var answer = await client.GetAsync($"http://127.0.0.1:{host.Port}{Home}");
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        await File.WriteAllLinesAsync(file
            + ".headers", answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
            .Select(header => $"{header.Key}: {header.Value}"));
        return file;
    }

    private static async Task<(KeyValuePair<string, StringValues>[] Headers, byte[] Body)> ReadAsync(string file)
    {
        var lines = await File.ReadAllLinesAsync(file + ".headers");
        var headers = lines.Select(line => line.Split(": ", 2))
            .Select(pair => KeyValuePair.Create(pair[0], new StringValues(pair[1])));
        return ([.. headers], await File.ReadAllBytesAsync(file));
    }
}
