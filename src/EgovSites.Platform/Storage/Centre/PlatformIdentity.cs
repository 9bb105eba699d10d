using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EgovSites.Platform.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Storage.Centre;

/// <summary>The one id that the central store, the data folder and every site's file of a platform carry.</summary>
public sealed class PlatformIdentity(
    IDbContextFactory<HostDbContext> hosts, DataFolder folder, CentreGuard centre, IOptions<StorageOptions> options,
    TimeProvider time)
{
    private string? _id;

    /// <summary>Known once the central store was checked.</summary>
    public string Id => _id ?? throw new InvalidOperationException("The central store was not checked yet.");

    /// <summary>The id's mark in the head of a SQLite file (its application_id): 31 bits, never 0.</summary>
    internal int FileMark =>
        (BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Id))) & int.MaxValue) | 1;

    /// <summary>Writes the id into a data folder that does not carry it yet.</summary>
    public Task MarkFolderAsync(CancellationToken cancellation = default) =>
        folder.PlatformId is null ? folder.KeepIdAsync(Id, cancellation) : Task.CompletedTask;

    /// <summary>
    /// Reads the id, and throws <see cref="InvalidDataException"/> when centre and folder are not of one platform.
    /// </summary>
    internal async Task BindAsync(CancellationToken cancellation)
    {
        var id = await ReadAsync(cancellation);
        if (folder.PlatformId is { } ofFolder && ofFolder != id)
        {
            throw new InvalidDataException(
                $"The central store is of platform {id}, the data folder {folder.Place} of platform {ofFolder}. Bring together what belongs together.");
        }

        if (options.Value.Platform is { Length: > 0 } expected && expected != id)
        {
            throw new InvalidDataException(
                $"The settings name platform {expected}; the central store is of platform {id}.");
        }

        _id = id;
        centre.Remember();
    }

    // A store of an older program has no id yet: it takes that of its folder, or a new one.
    private async Task<string> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        if (await KnownAsync(db, cancellation) is { } known)
        {
            return known;
        }

        db.Add(new PlatformRecord { Id = folder.PlatformId ?? Ids.New(), MadeAt = time.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another host wrote it at the same moment.
        }

        return (await KnownAsync(db, cancellation))!;
    }

    private static Task<string?> KnownAsync(HostDbContext db, CancellationToken cancellation) =>
        db.Set<PlatformRecord>().AsNoTracking().Select(row => row.Id).SingleOrDefaultAsync(cancellation)!;
}
