using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Engines;
using Microsoft.Data.Sqlite;

namespace EgovSites.Platform.Backups;

/// <summary>Proves a copy against its manifest, and tells what the living platform took in since then.</summary>
public sealed class BackupCheck(DataFolder folder)
{
    /// <summary>
    /// Everything that is wrong with a copy, in words; nothing when every file and database is as it was written.
    /// </summary>
    public static async Task<(BackupManifest Manifest, IReadOnlyList<string> Troubles)> RunAsync(
        string place, CancellationToken cancellation = default)
    {
        var root = Path.GetFullPath(place);
        var manifest = await BackupManifest.ReadAsync(root, cancellation);
        var troubles = manifest.Stores.Where(store => store.Trouble.Length > 0)
            .Select(store => $"{store.Site} was not copied: {store.Trouble}").ToList();
        if (manifest.Schema > Schema.Version)
        {
            troubles.Add($"It is of schema version {manifest.Schema}; this program knows {Schema.Version}.");
        }

        foreach (var file in manifest.Files)
        {
            await AddAsync(troubles, file.Path, () => CheckFileAsync(root, file, cancellation));
        }

        foreach (var store in manifest.Stores.Where(store => store.Trouble.Length == 0))
        {
            await AddAsync(troubles, store.Path, () => CheckRowsAsync(root, store, cancellation));
        }

        return (manifest, troubles);
    }

    /// <summary>
    /// Per site, how many rows of which table the living platform has more; nothing when it is not this one's copy.
    /// </summary>
    public async Task<IReadOnlyList<string>> SinceAsync(
        BackupManifest manifest, CancellationToken cancellation = default)
    {
        var lines = new List<string>();
        foreach (var store in folder.PlatformId == manifest.Platform ? manifest.Stores : [])
        {
            if (File.Exists(folder.In(store.Path)))
            {
                var now = await SqliteCopy.CountAsync(folder.In(store.Path), SqliteOpenMode.ReadWrite, cancellation);
                var more = now.Where(table => table.Value > store.Rows.GetValueOrDefault(table.Key))
                    .Select(table => $"{table.Key} +{table.Value - store.Rows.GetValueOrDefault(table.Key)}").ToList();
                lines.AddRange(more.Count > 0
                    ? [$"{(store.Site.Length > 0 ? store.Site : "centre")}: {string.Join(", ", more)}"] : []);
            }
        }

        return lines;
    }

    private static async Task AddAsync(List<string> troubles, string path, Func<Task<string?>> check)
    {
        try
        {
            troubles.AddRange(await check() is { } trouble ? [$"{path}: {trouble}"] : []);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or SqliteException)
        {
            troubles.Add($"{path}: {error.Message}");
        }
    }

    private static async Task<string?> CheckFileAsync(string root, BackupFile file, CancellationToken cancellation) =>
        await FileCopies.ReadAsync(root, file.Path, cancellation) == file ? null : "it is not what was copied";

    private static async Task<string?> CheckRowsAsync(string root, BackupStore store, CancellationToken cancellation)
    {
        var rows = await SqliteCopy.LookAsync(Path.Combine(root, store.Path), cancellation);
        return rows.Count == store.Rows.Count
            && rows.All(table => store.Rows.GetValueOrDefault(table.Key, -1) == table.Value)
            ? null : "its rows are not those that were copied";
    }
}
