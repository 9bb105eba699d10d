using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EgovSites.Benchmarks;

/// <summary>This same program started again as a server that knows nothing but one body.</summary>
internal sealed class BareKestrel : IAsyncDisposable
{
    public const string Verb = "--bare-kestrel";

    private readonly Process _process;

    private BareKestrel(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<BareKestrel> StartAsync(byte[] body)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, body);
        return await StartAsync(port => [Verb, file, $"{port}"]);
    }

    /// <summary>Any server that this program can be; what it is told is given its port.</summary>
    public static async Task<BareKestrel> StartAsync(Func<int, string[]> told)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var process = Process.Start(
            new ProcessStartInfo(
                "dotnet", [typeof(BareKestrel).Assembly.Location, .. told(port)])
            { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        return new BareKestrel(process, port);
    }

    /// <summary>The server side, in the other process.</summary>
    public static async Task ServeAsync(string file, string port)
    {
        var body = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentEncoding = "br";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
