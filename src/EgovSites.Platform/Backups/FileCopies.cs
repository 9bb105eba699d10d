using System.Security.Cryptography;

namespace EgovSites.Platform.Backups;

/// <summary>Copies files so that the disk has them, and knows their hashes.</summary>
internal static class FileCopies
{
    /// <summary>Copies one file below <paramref name="root"/>; null when it went away meanwhile.</summary>
    public static async Task<BackupFile?> CopyAsync(
        string from, string root, string path, CancellationToken cancellation)
    {
        var to = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        try
        {
            await using var source = File.OpenRead(from);
            await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[128 * 1024];
            for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            target.Flush(flushToDisk: true);
            return new BackupFile(path, target.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What lies at a path of a copy; only for copies, which no connection holds open.</summary>
    public static async Task<BackupFile> ReadAsync(string root, string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(Path.Combine(root, path));
        return new BackupFile(
            path, stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation)));
    }

    /// <summary>
    /// All files that are kept for good below a folder, as paths in it; what is being written is left out.
    /// </summary>
    public static IEnumerable<string> Below(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Where(IsFinished).Order(StringComparer.Ordinal)
        : [];

    private static bool IsFinished(string path) => !path.Split(Path.DirectorySeparatorChar)
        .Any(part => part.EndsWith(".part", StringComparison.Ordinal)
            || part.EndsWith(".new", StringComparison.Ordinal));
}
