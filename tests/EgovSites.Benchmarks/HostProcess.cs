using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EgovSites.Benchmarks;

/// <summary>The real host as a process of its own on a loopback port, killed by its id at the end.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;

    private HostProcess(Process process, int port, TimeSpan startedIn) =>
        (_process, Port, StartedIn) = (process, port, startedIn);

    public int Port { get; }

    /// <summary>From the start of the process to the first answered page.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<HostProcess> StartAsync(string data, string? agencies = null, params string[] settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[HostFile, "run", "--data", data, "--urls", $"http://127.0.0.1:{port}",
            .. agencies is null ? [] : (string[])["--agencies", agencies], .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        while (!await AnswersAsync(client))
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw new InvalidOperationException("The host did not start.");
            }

            await Task.Delay(20);
        }

        return new HostProcess(process, port, clock.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // What "./egov run" serves, compiled ahead; without it the one that was built with this program.
    private static string HostFile =>
        Environment.GetEnvironmentVariable("EGOV_HOST") ?? Path.Combine(AppContext.BaseDirectory, "EgovSites.Host.dll");

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/tg");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
