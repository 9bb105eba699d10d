using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media.Kinds;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Media.Uploads;

/// <summary>
/// Takes a file in pieces, so that a broken connection costs one of them; each belongs to who began it, and lapses
/// after a day.
/// </summary>
public sealed class MediaUploads(
    SiteDbContext db, CurrentTenant current, MediaFolder folders, MediaStore store, AuditLog audit, ClockGuard clock,
    TimeProvider time)
{
    /// <summary>Bytes of the largest piece.</summary>
    public const int MaxPiece = 512 * 1024;

    /// <summary>Unfinished uploads of one editor on one site.</summary>
    public const int MaxUnfinished = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    public async Task<(MediaUpload? Upload, Reason? Problem)> BeginAsync(
        Actor actor, string fileName, long size, string folder, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folders.UploadOf(current.Tenant.Id, Ids.New()))!);
        await DropLapsedAsync(cancellation);
        var (path, wrongFolder) = FolderPath.Read(folder);
        var name = FileNames.Sent(fileName);
        var problem = size <= 0 ? new Reason(FileSniffer.Empty, name)
            : size > MediaStore.MaxDocument ? new Reason("media.fileTooLarge", name, MediaStore.MaxDocument >> 20)
            : wrongFolder
                ?? (await db.Set<MediaUpload>()
                    .CountAsync(row => row.EditorId == actor.EditorId, cancellation) >= MaxUnfinished
                ? new Reason("media.tooManyUploads", MaxUnfinished) : null);
        if (problem is not null)
        {
            return (null, problem);
        }

        var upload = new MediaUpload
        {
            Id = Ids.New(),
            EditorId = actor.EditorId,
            FileName = name,
            Folder = path,
            Size = size,
            StartedAt = time.GetUtcNow(),
        };
        db.Add(upload);
        await db.SaveChangesAsync(cancellation);
        return (upload, null);
    }

    /// <summary>The actor's own unfinished upload, or null.</summary>
    public Task<MediaUpload?> FindAsync(Actor actor, string id, CancellationToken cancellation = default)
    {
        var since = time.GetUtcNow() - Patience;
        return db.Set<MediaUpload>()
            .SingleOrDefaultAsync(row => row.Id == id && row.EditorId == actor.EditorId
                && row.StartedAt > since, cancellation);
    }

    /// <summary>How many bytes have come: where the next piece must begin.</summary>
    public long OffsetOf(MediaUpload upload) => new FileInfo(PathOf(upload)) is { Exists: true } file ? file.Length : 0;

    /// <summary>
    /// Adds a piece; false when it does not begin where the last one ended, or leads past the stated size.
    /// </summary>
    public async Task<bool> AppendAsync(
        MediaUpload upload, long offset, Stream piece, CancellationToken cancellation = default)
    {
        await using var file = Open(upload);
        return file is not null && file.Length == offset
            && await AppendAsync(file, piece, Math.Min(MaxPiece, upload.Size - offset), cancellation);
    }

    /// <summary>
    /// Makes a library file of the pieces; refused files are gone with them, unless the store is only away.
    /// </summary>
    public async Task<(MediaFile? File, Reason? Problem)> FinishAsync(
        Actor actor, MediaUpload upload, CancellationToken cancellation = default)
    {
        if (OffsetOf(upload) != upload.Size)
        {
            return (null, new Reason("media.incomplete"));
        }

        MediaFile? file;
        Reason? problem;
        await using (var content = File.OpenRead(PathOf(upload)))
        {
            (file, problem) = await store.AddAsync(
                db, current.Tenant, content, upload.FileName, Trilingual.Empty, actor.Name, cancellation: cancellation);
        }

        if (problem?.Key == MediaStore.StoreAway)
        {
            return (null, problem);
        }

        if (file is not null)
        {
            file.Folder = upload.Folder;
            audit.Add(db, actor, "upload", file.FileName);
        }

        db.Remove(upload);
        await db.SaveChangesAsync(cancellation);
        File.Delete(PathOf(upload));
        return (file, problem);
    }

    // Held alone: a connection that a browser gave up may still be bringing the same piece.
    private FileStream? Open(MediaUpload upload)
    {
        try
        {
            return new FileStream(PathOf(upload), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException) when (File.Exists(PathOf(upload)))
        {
            return null;
        }
    }

    // What broke off in the middle of a piece stays: the next one begins there.
    private static async Task<bool> AppendAsync(
        FileStream file, Stream piece, long limit, CancellationToken cancellation)
    {
        file.Seek(0, SeekOrigin.End);
        var (buffer, left) = (new byte[81920], limit);
        for (int read; (read = await piece.ReadAsync(buffer, cancellation)) > 0; left -= read)
        {
            if (read > left)
            {
                file.SetLength(file.Length - (limit - left));
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }

    private async Task DropLapsedAsync(CancellationToken cancellation)
    {
        if (!clock.IsTrusted)
        {
            return;
        }

        var since = time.GetUtcNow() - Patience;
        foreach (var lapsed in await db.Set<MediaUpload>().AsNoTracking().Where(row => row.StartedAt <= since)
            .ToListAsync(cancellation))
        {
            File.Delete(PathOf(lapsed));
        }

        await db.Set<MediaUpload>().Where(row => row.StartedAt <= since).ExecuteDeleteAsync(cancellation);
    }

    private string PathOf(MediaUpload upload) => folders.UploadOf(current.Tenant.Id, upload.Id);
}
