using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EgovSites.Tests.Hosting;

/// <summary>A PostgreSQL cluster of one test's own, which it may stop and start.</summary>
public sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("egov-pg-").FullName;
    private readonly string _programs;
    private readonly int _port = FreePort();
    private bool _hangs;

    private OwnPostgres(string programs) => _programs = programs;

    public string ConnectionString => ConnectionOf("egov");

    /// <summary>How another role comes to the same database.</summary>
    public string ConnectionOf(string role) => string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={_port};Username={role};Database=egov;Maximum Pool Size=20");

    /// <summary>Null where the server's programs are not installed.</summary>
    public static async Task<OwnPostgres?> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(Directory.Exists) : null;
        if (programs is null)
        {
            return null;
        }

        var server = new OwnPostgres(programs);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", server._folder);
        }

        await server.DoAsync("initdb", "-D", Path.Combine(server._folder, "data"), "-E", "UTF8", "--locale=C.UTF-8",
            "-A", "trust", "-U", "postgres");
        await server.StartAgainAsync();
        await server.SqlAsync("CREATE ROLE egov LOGIN NOSUPERUSER CREATEDB");
        await server.SqlAsync("CREATE DATABASE egov OWNER egov");
        return server;
    }

    public Task StartAgainAsync() => DoAsync(
        "pg_ctl", "-D", Path.Combine(_folder, "data"), "-w", "-l", Path.Combine(_folder, "log"), "-o",
        string.Create(CultureInfo.InvariantCulture,
            $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=100"),
        "start");

    /// <summary>As a power cut: nothing is finished.</summary>
    public Task StopAsync() => DoAsync("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");

    /// <summary>As a disk or a network that hangs: connections stand, and nothing answers.</summary>
    public Task HangAsync() => SignalAsync("-STOP");

    public Task GoOnAsync() => SignalAsync("-CONT");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_hangs)
        {
            await GoOnAsync();
        }

        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        var first = (await File.ReadAllLinesAsync(Path.Combine(_folder, "data", "postmaster.pid")))[0];
        // The parent first: it starts no child then that is missed. Of the children some may just have ended, so no
        // exit code is asked for.
        foreach (var processes in new Func<IEnumerable<string>>[] { () => [first], () => ChildrenOf(first) })
        {
            using var kill =
                Process.Start(new ProcessStartInfo("kill", [signal, .. processes()]) { RedirectStandardError = true })!;
            await kill.WaitForExitAsync();
        }

        _hangs = signal == "-STOP";
    }

    private static IEnumerable<string> ChildrenOf(string parent) =>
        Directory.GetDirectories("/proc").Select(process => Path.GetFileName(process)!)
        .Where(process => process.All(char.IsAsciiDigit) && ParentOf(process) == parent);

    private static string ParentOf(string process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ')[1];
        }
        catch (IOException)
        {
            // No process, or one that has just ended.
            return "";
        }
    }

    // The server refuses to run as root.
    private Task DoAsync(string program, params string[] arguments) => Environment.UserName == "root"
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_programs, program), .. arguments])
        : RunAsync(Path.Combine(_programs, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetTempPath() })!;
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}");
    }

    private Task SqlAsync(string sql) => SqlAsync(string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres"), sql);

    /// <summary>Runs one command over a connection of its own.</summary>
    public static async Task SqlAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
