using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Engines;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Backups;

/// <summary>
/// Brings a proven copy into an empty data folder; the centre comes last, so that half a folder is never served.
/// </summary>
public sealed class Restore(
    DataFolder folder, Schema schema, TenantDirectory tenants, SiteCheck sites, PlatformIdentity identity,
    IOptions<StorageOptions> options)
{
    /// <summary>
    /// Throws <see cref="InvalidDataException"/> for a copy with troubles and for a folder that is not empty.
    /// </summary>
    public async Task<BackupManifest> RunAsync(string place, CancellationToken cancellation = default)
    {
        if (options.Value.UsesPostgres)
        {
            throw new InvalidDataException(Backup.Refusals.OnPostgres);
        }

        if (!folder.IsEmpty)
        {
            throw new InvalidDataException(
                $"{folder.Place} is not empty; a backup is brought back into an empty folder only.");
        }

        var (manifest, troubles) = await BackupCheck.RunAsync(place, cancellation);
        if (troubles.Count > 0)
        {
            throw new InvalidDataException($"Nothing was restored:\n{string.Join('\n', troubles)}");
        }

        await CopyAsync(Path.GetFullPath(place), manifest, cancellation);
        await OpenAsync(cancellation);
        return manifest;
    }

    private async Task CopyAsync(string root, BackupManifest manifest, CancellationToken cancellation)
    {
        folder.Make();
        var centre = Path.GetFileName(folder.CentralFile);
        foreach (var file in manifest.Files.OrderBy(file => file.Path == centre))
        {
            if (await FileCopies.CopyAsync(
                Path.Combine(root, file.Path), folder.Place, file.Path, cancellation) != file)
            {
                throw new InvalidDataException($"{file.Path} changed while it was copied.");
            }
        }
    }

    // Opening checks the id, grows what is older, and sets the log mode that copies do not carry.
    private async Task OpenAsync(CancellationToken cancellation)
    {
        await schema.EnsureHostAsync(cancellation);
        await identity.MarkFolderAsync(cancellation);
        await tenants.ReloadAsync(cancellation);
        foreach (var tenant in tenants.All)
        {
            if (!await sites.RunAsync(tenant, cancellation, isThorough: true))
            {
                throw new InvalidDataException($"The site {tenant.Slug} was restored, but it is not sound.");
            }
        }
    }
}
