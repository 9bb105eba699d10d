using System.Runtime.InteropServices;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>Gives memory that is free but still held back to the machine.</summary>
internal static class SpareMemory
{
    /// <summary>
    /// What SQLite had: the C library keeps it in its arenas for whoever comes next. Nothing where there is no glibc.
    /// </summary>
    public static void GiveBackNative()
    {
        try
        {
            _ = Trim(0);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library gives back by itself, or not at all.
        }
    }

    /// <summary>What the collector holds; every request stands still meanwhile.</summary>
    public static void GiveBackManaged() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    [DllImport("libc", EntryPoint = "malloc_trim")]
    private static extern int Trim(nuint pad);
}
