using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace EgovSites.Platform.Media.Children;

/// <summary>
/// Our own executable as a child: what strangers made is opened there and nowhere else, so that a hostile file can
/// crash, slow down or read only that. It knows no setting and no secret of the host: of the environment it gets what
/// .NET needs.
/// </summary>
public sealed class ChildProgram(string program, params IReadOnlyList<string> before)
{
    private const string Dotnet = "dotnet";

    // Bytes of .NET's own heap; what native code holds is watched from outside.
    private const string LargestHeap = "0x30000000";

    private static readonly string[] Handed =
        ["PATH", "DOTNET_ROOT", "LD_LIBRARY_PATH", "TMPDIR", "SystemRoot", "TEMP"];

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>The executable this assembly is the entry of, started as the present process was.</summary>
    public static ChildProgram Of(Assembly entry)
    {
        var present = Environment.ProcessPath ?? Dotnet;
        var isDotnet = Path.GetFileNameWithoutExtension(present) == Dotnet;
        return entry.Location.Length == 0 ? new ChildProgram(present)
            : new ChildProgram(isDotnet ? present : Dotnet, entry.Location);
    }

    /// <summary>
    /// Runs it to its end or to the end of its limits; more output than <paramref name="most"/> characters is cut off,
    /// and the child with it.
    /// </summary>
    public async Task<ChildEnd> RunAsync(
        ChildLimits limits, int most, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        if (TryStart(StartOf(limits, arguments)) is not { } started)
        {
            return new ChildEnd(ChildVerdict.Unable);
        }

        using var process = started;
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(limits.Patience);
        var watch = WatchAsync(process, limits.Memory, limit);
        try
        {
            return await EndAsync(process, most, limit.Token);
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new ChildEnd(ChildVerdict.GivenUp);
        }
        finally
        {
            Stop(process);
            await limit.CancelAsync();
            await watch;
        }
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private ProcessStartInfo StartOf(ChildLimits limits, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, [.. before, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        foreach (var name in Handed)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        start.Environment[ChildLimits.Variable] = limits.ProcessorSeconds.ToString(CultureInfo.InvariantCulture);
        start.Environment["DOTNET_GCHeapHardLimit"] = LargestHeap;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    private static async Task<ChildEnd> EndAsync(Process process, int most, CancellationToken cancellation)
    {
        // Read and thrown away: a child that cannot write its complaint would wait for ever.
        var complaint = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellation);
        var buffer = new char[most];
        var length = await process.StandardOutput.ReadBlockAsync(buffer, cancellation);
        if (most > 0 && length == most)
        {
            return new ChildEnd(ChildVerdict.Done, new string(buffer));
        }

        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellation);
        await complaint;
        await process.WaitForExitAsync(cancellation);
        var verdict = (ChildVerdict)process.ExitCode;
        return new ChildEnd(Enum.IsDefined(verdict) ? verdict : ChildVerdict.GivenUp, new string(buffer, 0, length));
    }

    private static async Task WatchAsync(Process process, long memory, CancellationTokenSource limit)
    {
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                if (process.WorkingSet64 > memory)
                {
                    await limit.CancelAsync();
                }

                await Task.Delay(BetweenLooks, limit.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or InvalidOperationException)
        {
            // It ended, or is stopped.
        }
    }

    private static void Stop(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
