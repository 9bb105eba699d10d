using System.Runtime.InteropServices;

namespace EgovSites.Host;

/// <summary>
/// Makes every file and folder that this process and its children write readable by its own user alone.
/// </summary>
internal static class PrivateFiles
{
    private const uint AllOthers = 0b000_111_111;

    public static void Apply()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Umask(AllOthers);
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint Umask(uint mask);
}
