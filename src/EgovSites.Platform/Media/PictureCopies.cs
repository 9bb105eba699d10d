using System.Diagnostics;
using System.Globalization;

namespace EgovSites.Platform.Media;

/// <summary>
/// Makes smaller copies of pictures with Debian's libvips in a child process, so that a hostile file can crash only that.
/// Without the program, pictures stay as they came.
/// </summary>
public sealed class PictureCopies : IDisposable
{
    /// <summary>The widths of copies, in pixels; only those below the picture's own are made.</summary>
    public static IReadOnlyList<int> Widths { get; } = [480, 960, 1280];

    // What is offered as the whole picture: large enough for print, without the camera's data and place.
    private const int LargestWidth = 2560;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(2);

    /// <summary>Whether this machine has the program (Debian package libvips-tools).</summary>
    public bool IsAvailable { get; } = new[] { "vips", "prlimit", "nice" }.All(IsOnPath);

    /// <summary>Replaces a picture by one without its camera data; false when the file cannot be decoded.</summary>
    public async Task<bool> CleanAsync(string file, MediaKind kind, CancellationToken cancellation)
    {
        var clean = $"{file}.clean.{kind.Extension}";
        if (!await RunAsync(file, $"{clean}[strip{(kind.Extension == "png" ? "" : ",Q=90")}]", Math.Min(Math.Max(kind.Width, kind.Height), LargestWidth), cancellation))
        {
            return false;
        }

        File.Move(clean, file, overwrite: true);
        return true;
    }

    /// <summary>Writes <c>{width}.webp</c> beside the picture and gives the widths that succeeded.</summary>
    public async Task<IReadOnlyList<int>> MakeAsync(string file, int width, CancellationToken cancellation)
    {
        var made = new List<int>();
        foreach (var one in Widths.Where(one => one < width))
        {
            var target = Path.Combine(Path.GetDirectoryName(file)!, string.Create(CultureInfo.InvariantCulture, $"{one}.webp"));
            if (await RunAsync(file, $"{target}[Q=78,strip]", one, cancellation))
            {
                made.Add(one);
            }
        }

        return made;
    }

    public void Dispose() => _turn.Dispose();

    // Ten seconds of processor, one thread, no SVG, PDF or ImageMagick. Never limit address space: vips then writes wrong pictures.
    private async Task<bool> RunAsync(string source, string target, int width, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var start = new ProcessStartInfo("prlimit", ["--cpu=10", "nice", "-n", "10", "vips", "thumbnail", source, target,
                width.ToString(CultureInfo.InvariantCulture), "--height", "10000000", "--size", "down", "--fail-on", "error"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["VIPS_BLOCK_UNTRUSTED"] = "1", ["VIPS_CONCURRENCY"] = "1" },
            };
            using var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return await EndsWellAsync(process, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<bool> EndsWellAsync(Process process, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
