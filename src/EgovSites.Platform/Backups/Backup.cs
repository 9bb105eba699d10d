using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Backups;

/// <summary>
/// Copies everything while the host runs or not: sites, their files, the centre, the keys, and a manifest last. A
/// headline of the centre may be newer than its site; the other way round it would be missing for good.
/// </summary>
public sealed class Backup(
    SiteDatabases sites, TenantDirectory tenants, DataFolder folder, PlatformIdentity identity,
    IOptions<StorageOptions> options, IOptions<S3Options> bucket, TimeProvider time)
{
    /// <summary>Pieces of unfinished uploads stay behind: they lapse within a day.</summary>
    private static readonly string[] KeptFolders = ["media", "appeals"];

    /// <summary>
    /// Makes a new folder of this name, or a dated one in it when it holds anything; gives its place and what it holds.
    /// A site that cannot be read is named in it and stops no other.
    /// </summary>
    public async Task<(string Place, BackupManifest Manifest)> RunAsync(
        string wanted, CancellationToken cancellation = default)
    {
        if (options.Value.UsesPostgres)
        {
            throw new InvalidDataException(Refusals.OnPostgres);
        }

        var place = PlaceOf(Path.GetFullPath(wanted));
        var unfinished = place + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            throw new InvalidDataException(
                $"{unfinished} is left of a backup that broke off, or of one under way. Remove it first.");
        }

        Directory.CreateDirectory(unfinished);
        try
        {
            var manifest = await FillAsync(unfinished, cancellation);
            Directory.Move(unfinished, place);
            DurableFile.Flush(Path.GetDirectoryName(place)!);
            return (place, manifest);
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    private string PlaceOf(string wanted)
    {
        if (!Directory.Exists(wanted))
        {
            return wanted;
        }

        return Path.Combine(wanted, time.GetUtcNow()
            .ToString("yyyyMMdd-HHmmss-fff", System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<BackupManifest> FillAsync(string root, CancellationToken cancellation)
    {
        var startedAt = time.GetUtcNow();
        var (stores, files) = (new List<BackupStore>(), new List<BackupFile>());
        await CopySitesAsync(root, stores, files, cancellation);
        await CopyStoreAsync("", folder.CentralFile, root, "host.db", stores, files, cancellation);
        // Born after the first look: the centre's copy may know them.
        await tenants.ReloadAsync(cancellation);
        await CopySitesAsync(root, stores, files, cancellation);
        await CopyFilesAsync(folder.In(DataFolder.Keys), root, DataFolder.Keys, files, cancellation);
        await CopyFileAsync(folder.In(DataFolder.IdFile), root, DataFolder.IdFile, files, cancellation);
        var manifest = new BackupManifest
        {
            Format = BackupManifest.Newest,
            Platform = identity.Id,
            Schema = Schema.Version,
            StartedAt = startedAt,
            FinishedAt = time.GetUtcNow(),
            FilesAreInBucket = bucket.Value.IsConfigured,
            Stores = stores,
            Files = files,
        };
        await SealAsync(root, manifest, cancellation);
        return manifest;
    }

    private async Task CopySitesAsync(
        string root, List<BackupStore> stores, List<BackupFile> files, CancellationToken cancellation)
    {
        var missing = tenants.All.Where(tenant => stores.TrueForAll(store => store.Site != tenant.Slug));
        foreach (var tenant in missing.OrderBy(tenant => tenant.Slug, StringComparer.Ordinal))
        {
            var place = Path.Combine(DataFolder.Tenants, tenant.Id);
            await CopyStoreAsync(tenant.Slug, sites.FileOf(tenant.Id), root, Path.Combine(place, "site.db"), stores,
                files, cancellation);
            foreach (var name in bucket.Value.IsConfigured ? [] : KeptFolders)
            {
                await CopyFilesAsync(Path.Combine(sites.FolderOf(tenant.Id), name), root, Path.Combine(place, name),
                    files, cancellation);
            }
        }
    }

    private static async Task CopyStoreAsync(
        string site, string file, string root, string path, List<BackupStore> stores, List<BackupFile> files,
        CancellationToken cancellation)
    {
        try
        {
            var rows = await SqliteCopy.MakeAsync(file, Path.Combine(root, path), cancellation);
            stores.Add(new BackupStore(site, path, rows));
            files.Add(await FileCopies.ReadAsync(root, path, cancellation));
        }
        catch (Exception error) when (site.Length > 0 && !cancellation.IsCancellationRequested)
        {
            File.Delete(Path.Combine(root, path));
            stores.Add(new BackupStore(site, path, new Dictionary<string, long>(), StoreFaults.CauseOf(error)));
        }
    }

    private static async Task CopyFilesAsync(
        string from, string root, string place, List<BackupFile> files, CancellationToken cancellation)
    {
        foreach (var path in FileCopies.Below(from))
        {
            await CopyFileAsync(Path.Combine(from, path), root, Path.Combine(place, path), files, cancellation);
        }
    }

    private static async Task CopyFileAsync(
        string from, string root, string path, List<BackupFile> files, CancellationToken cancellation)
    {
        if (await FileCopies.CopyAsync(from, root, path, cancellation) is { } copied)
        {
            files.Add(copied);
        }
    }

    // The disk has the files; now it must also have their names, and only then the sheet that promises them.
    private static async Task SealAsync(string root, BackupManifest manifest, CancellationToken cancellation)
    {
        foreach (var below in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Append(root))
        {
            DurableFile.Flush(below);
        }

        using var content = new MemoryStream(manifest.ToJson());
        await DurableFile.WriteAsync(Path.Combine(root, BackupManifest.FileName), content, cancellation);
    }

    internal static class Refusals
    {
        public const string OnPostgres =
            "This verb copies SQLite files. On PostgreSQL copy the database with pg_dump, as a role that may read every tenant's rows "
            + "(BYPASSRLS), and then the folders tenants and keys and the file platform.id: docs/operations.md says how.";
    }
}
