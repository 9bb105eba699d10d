using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace EgovSites.Platform.Media.Children;

/// <summary>
/// How long a child may work and how much it may hold: processor seconds, a clock's patience, bytes of memory and of
/// one written file.
/// </summary>
public sealed record ChildLimits(int ProcessorSeconds, TimeSpan Patience, long Memory)
{
    /// <summary>The variable that carries the processor seconds to the child.</summary>
    internal const string Variable = "EGOV_CHILD_SECONDS";

    private const long LargestFile = 512L * 1024 * 1024;

    // Linux' own numbers: processor seconds, size of a file, size of a core.
    private const int Processor = 0;
    private const int FileSize = 1;
    private const int Core = 4;

    /// <summary>A photograph takes two or three seconds; what takes ten times as long was made to.</summary>
    public static ChildLimits OfPictures { get; } = new(25, TimeSpan.FromSeconds(40), 1L << 30);

    public static ChildLimits OfDocuments { get; } = new(8, TimeSpan.FromSeconds(12), 1L << 30);

    /// <summary>Called by the child before it opens anything: what it opens cannot lift these limits again.</summary>
    public static void Apply()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var own = Process.GetCurrentProcess();
        own.PriorityClass = ProcessPriorityClass.BelowNormal;
        if (ulong.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var seconds))
        {
            Set(Processor, seconds);
        }

        Set(FileSize, LargestFile);
        Set(Core, 0);
    }

    private static void Set(int resource, ulong limit)
    {
        var both = new Limit { Soft = limit, Hard = limit };
        if (SetLimit(resource, ref both) != 0)
        {
            throw new InvalidOperationException(
                $"The limit {resource} could not be set (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static extern int SetLimit(int resource, ref Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
