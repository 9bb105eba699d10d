using System.Diagnostics;
using System.Text;

namespace EgovSites.Platform.Media;

/// <summary>Debian's poppler in a child process: five seconds of processor, a gigabyte of memory, no more text than is asked for.</summary>
internal sealed class PdfText(string program, TimeSpan patience) : IDisposable
{
    // The library holds regulations and reports; beyond this many pages their words repeat.
    private const string LastPage = "500";

    private readonly SemaphoreSlim _turn = new(2);

    public bool IsAvailable { get; } = new[] { program, "prlimit", "nice" }.All(ChildProgram.IsOnPath);

    /// <summary>The text; empty where the pages hold none; null when the file could not be read in time.</summary>
    public async Task<string?> ReadAsync(string file, int limit, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            using var process = Process.Start(StartOf(file))!;
            process.BeginErrorReadLine();
            return await ChildProgram.WithinAsync(process, patience, token => ReadAsync(process, limit, token), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private ProcessStartInfo StartOf(string file) => new(
        "prlimit",
        ["--cpu=5", "--as=1073741824", "--core=0", "nice", "-n", "10", program, "-q", "-enc", "UTF-8", "-nopgbrk", "-l", LastPage, file, "-"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    };

    private static async Task<string?> ReadAsync(Process process, int limit, CancellationToken cancellation)
    {
        var buffer = new char[limit];
        var length = await process.StandardOutput.ReadBlockAsync(buffer, cancellation);
        if (length < limit)
        {
            await process.WaitForExitAsync(cancellation);
        }

        return length == limit || process.ExitCode == 0 ? new string(buffer, 0, length) : null;
    }
}
