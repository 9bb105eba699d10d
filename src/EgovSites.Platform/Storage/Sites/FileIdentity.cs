using System.Runtime.InteropServices;
using System.Text;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>
/// Which file lies under a name now: a database that is open stays the one it was when its name is moved or given to
/// another. Found without opening the file, which would drop SQLite's locks on it.
/// </summary>
// A reference, so that two threads never see half of one.
internal sealed record FileIdentity(ulong Device, ulong Number)
{
    private const int CurrentFolder = -100;
    private const uint NumberWanted = 0x100;
    private const int NumberAt = 32;
    private const int DeviceAt = 136;

    /// <summary>Null when there is no such file.</summary>
    public static FileIdentity? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            var file = new FileInfo(path);
            return file.Exists ? new FileIdentity(0, (ulong)file.CreationTimeUtc.Ticks) : null;
        }

        // The layout of struct statx is the same on every processor.
        var found = new byte[256];
        return Look(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, NumberWanted, found) == 0
            ? new FileIdentity(BitConverter.ToUInt64(found, DeviceAt), BitConverter.ToUInt64(found, NumberAt)) : null;
    }

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Look(int folder, byte[] path, int flags, uint mask, byte[] found);
}
