using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EgovSites.Tests.Hosting;

/// <summary>
/// The host as a process of its own, so that it can be killed as a power cut or an operator kills it.
/// </summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly string _data;
    private readonly string _database;
    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _process;
    private bool _isGone;

    private HostProcess(string data, string database) => (_data, _database) = (data, database);

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public int Id => _process!.Id;

    public string DataFolder => _data;

    /// <summary>What it printed so far.</summary>
    public IReadOnlyCollection<string> Lines => [.. _lines];

    public static async Task<HostProcess> StartAsync(string data, string database, string agencies)
    {
        var host = new HostProcess(data, database);
        await host.StartAsync("--agencies", agencies);
        return host;
    }

    /// <summary>Starts it (again) on the same stores and waits until it is ready.</summary>
    public async Task StartAsync(params string[] further)
    {
        _isGone = false;
        string[] database = _database.Length > 0 ? ["--database", _database] : [];
        // Without the trap a limit on the size of files would end the process instead of failing its writes.
        _process = Process.Start(new ProcessStartInfo("sh",
            ["-c", "trap '' XFSZ; exec \"$@\"", "sh", "dotnet",
                Path.Combine(AppContext.BaseDirectory, "EgovSites.Host.dll"), "run", "--data", _data, "--urls",
                Address.ToString(), .. database, .. further])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // One address stands for many citizens.
            Environment =
            {
                ["Feedback__SendsPerWindow"] = "100000", ["Feedback__AttemptsPerWindow"] = "100000",
                ["Feedback__MegabytesPerWindow"] = "100000",
            },
        })!;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await BecomeReadyAsync();
    }

    /// <summary>SIGKILL: no word of farewell, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _isGone = true;
    }

    /// <summary>SIGTERM, as a service manager sends it; gives the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using (var kill =
            Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isGone)
        {
            return;
        }

        await KillAsync();
    }

    private async Task BecomeReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(2) && !_process!.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync("/healthz/ready");
                if (answer.StatusCode == HttpStatusCode.OK && _lines.Contains("Ctrl+C stops."))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The host did not start: " + string.Join('\n', _lines));
    }

    // Below the range that the system deals out itself: another test's connection could take such a port before the
    // process does.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(10_000, 20_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
