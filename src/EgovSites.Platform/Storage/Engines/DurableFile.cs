using System.Runtime.InteropServices;
using System.Text;

namespace EgovSites.Platform.Storage.Engines;

/// <summary>Writes files that must survive a power cut: whole under their name, or not there at all.</summary>
public static class DurableFile
{
    /// <summary>
    /// Writes a new file and returns when the disk has it; throws <see cref="IOException"/> and leaves nothing behind
    /// otherwise.
    /// </summary>
    public static async Task WriteAsync(string path, Stream content, CancellationToken cancellation = default)
    {
        if (File.Exists(path))
        {
            throw new IOException($"The file {path} exists already.");
        }

        var folder = Path.GetDirectoryName(path)!;
        MakeFolder(folder);
        var temporary = path + ".part";
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                await content.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path);
            Flush(folder);
        }
        catch
        {
            File.Delete(temporary);
            File.Delete(path);
            throw;
        }
    }

    /// <summary>
    /// Returns when the disk has all the files of a folder that somebody else wrote, and their names.
    /// </summary>
    public static void Settle(string folder, string pattern = "*")
    {
        foreach (var path in Directory.GetFiles(folder, pattern))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }

        Flush(folder);
    }

    /// <summary>
    /// Gives a settled folder its name for good; throws <see cref="IOException"/> where the name is taken.
    /// </summary>
    public static void MoveFolder(string from, string to)
    {
        Directory.Move(from, to);
        Flush(Path.GetDirectoryName(to)!);
    }

    /// <summary>Makes a folder, and those above it, and returns when the disk has their names.</summary>
    public static void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            var above = Path.GetDirectoryName(folder)!;
            MakeFolder(above);
            Directory.CreateDirectory(folder);
            Flush(above);
        }
    }

    // .NET opens no folders, and without this a rename may be forgotten; Windows keeps renames by itself.
    internal static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        try
        {
            if (handle < 0 || Fsync(handle) != 0)
            {
                throw new IOException(
                    $"The folder {folder} could not be written to disk (error {Marshal.GetLastPInvokeError()}).");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
