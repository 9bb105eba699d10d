using System.Diagnostics;

namespace EgovSites.Platform.Media;

/// <summary>
/// Debian's libvips in a child process, so that a hostile file can crash only that: ten seconds of processor, one thread,
/// no SVG, PDF or ImageMagick.
/// </summary>
internal sealed class Vips : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(2);

    public bool IsAvailable { get; } = new[] { "vips", "prlimit", "nice" }.All(ChildProgram.IsOnPath);

    /// <summary>Whether the command ended well.</summary>
    public async Task<bool> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Never limit address space: vips then writes wrong pictures and says nothing.
            var start = new ProcessStartInfo("prlimit", ["--cpu=10", "nice", "-n", "10", "vips", .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["VIPS_BLOCK_UNTRUSTED"] = "1", ["VIPS_CONCURRENCY"] = "1" },
            };
            using var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return await ChildProgram.WithinAsync(process, Patience, async limit =>
            {
                await process.WaitForExitAsync(limit);
                return process.ExitCode == 0;
            }, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
