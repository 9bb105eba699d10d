using System.Diagnostics;
using System.Globalization;

namespace EgovSites.Tests.Hosting;

/// <summary>The processor's time of one piece of work on this thread: a loaded machine makes it no longer.</summary>
public static class ThreadTime
{
    private const string Figures = "/proc/thread-self/stat";
    private const int TicksPerSecond = 100;

    /// <summary>The least of some tries, in milliseconds; the first ones also compile.</summary>
    public static double Least(Action work, int tries = 5, double enough = 0)
    {
        var least = double.MaxValue;
        for (var count = 0; count < tries && least > enough; count++)
        {
            var (before, clock) = (Now(), Stopwatch.StartNew());
            work();
            least = Math.Min(least, Now() is { } after && before is { } from ? after - from
                : clock.Elapsed.TotalMilliseconds);
        }

        return least;
    }

    private static double? Now()
    {
        if (!File.Exists(Figures))
        {
            return null;
        }

        var fields = File.ReadAllText(Figures).Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (long.Parse(fields[11], CultureInfo.InvariantCulture)
            + long.Parse(fields[12], CultureInfo.InvariantCulture)) * 1000.0 / TicksPerSecond;
    }
}
