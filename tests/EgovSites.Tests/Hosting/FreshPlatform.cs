using System.Collections.Concurrent;

namespace EgovSites.Tests.Hosting;

/// <summary>
/// The stores of a platform as a first start makes them, made once in a run for each choice of agencies: a host that
/// asks for nothing else starts on a copy.
/// </summary>
internal sealed class FreshPlatform(string folder, TestDatabase database, S3Server? bucket)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<FreshPlatform>>> Made = new(StringComparer.Ordinal);

    public static Task<FreshPlatform> OfAsync(string agencies) =>
        Made.GetOrAdd(agencies, _ => new(() => MakeAsync(agencies))).Value;

    public static async Task RemoveAsync()
    {
        foreach (var made in Made.Values.Where(one => one.IsValueCreated))
        {
            await (await made.Value).DisposeAsync();
        }
    }

    /// <summary>Copies everything; the settings say where the files went.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string?>>> CopyAsync(string target, TestDatabase copy)
    {
        await copy.CreateAsync(database);
        CopyFolder(folder, target);
        return bucket is null ? [] : await TestFiles.CopyAsync(bucket);
    }

    private static async Task<FreshPlatform> MakeAsync(string agencies)
    {
        var bucket = TestFiles.AreInBucket ? await S3Server.StartAsync() : null;
        return await SiteHost.MakeFreshAsync(agencies, bucket);
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            var made = Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
            if (!OperatingSystem.IsWindows())
            {
                made.UnixFileMode = new DirectoryInfo(folder).UnixFileMode;
            }
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    private async Task DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        if (bucket is not null)
        {
            await bucket.DisposeAsync();
        }
    }
}
