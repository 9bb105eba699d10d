using System.Diagnostics;
using System.Globalization;
using EgovSites.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace EgovSites.Tests.Host.Ledger;

/// <summary>
/// A data folder that can be full: a small disk of its own where this process may mount one; elsewhere the host may
/// make no file longer than a few bytes while it is "full".
/// </summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabytes = 96;
    private const int FewBytes = 16;

    private readonly string _folder;
    private readonly bool _isMounted;

    private SmallDisk(string folder, bool isMounted) => (_folder, _isMounted) = (folder, isMounted);

    private string Filler => Path.Combine(_folder, "filler");

    public static async Task<SmallDisk> OfAsync(string folder) =>
        new(folder, await RunAsync("mount", "-t", "tmpfs", "-o", Say($"size={Megabytes}m"), "egov-test", folder) == 0);

    public override string ToString() =>
        _isMounted ? Say($"a disk of {Megabytes} MB") : Say($"a limit of {FewBytes} bytes on files");

    public async Task FillAsync(HostProcess host)
    {
        if (!_isMounted)
        {
            await LimitAsync(host, Say($"--fsize={FewBytes}:"));
            return;
        }

        await using var filler =
            new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        foreach (var size in new[] { 65536, 4096, 1 })
        {
            await FillAsync(filler, new byte[size]);
        }
    }

    public async Task FreeAsync(HostProcess host)
    {
        if (!_isMounted)
        {
            await LimitAsync(host, "--fsize=unlimited:");
            return;
        }

        File.Delete(Filler);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isMounted)
        {
            SqliteConnection.ClearAllPools();
            Assert.That(await RunAsync("umount", "-l", _folder), Is.Zero);
        }
    }

    private static async Task FillAsync(FileStream filler, byte[] piece)
    {
        try
        {
            while (true)
            {
                await filler.WriteAsync(piece);
            }
        }
        catch (IOException)
        {
            // Full, to a piece of this size.
        }
    }

    private static async Task LimitAsync(HostProcess host, string limit) =>
        Assert.That(await RunAsync("prlimit", "--pid", host.Id.ToString(CultureInfo.InvariantCulture), limit), Is.Zero);

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
