using EgovSites.Platform.Content;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Media;

/// <summary>Takes files into a tenant's library: kind by content, size by header, bytes on disk before the row is saved.</summary>
public sealed class MediaStore(MediaFolder folders, PictureCopies copies, TimeProvider time)
{
    /// <summary>Bytes.</summary>
    public const long MaxPicture = 10 * 1024 * 1024;

    /// <summary>Bytes.</summary>
    public const long MaxDocument = 25 * 1024 * 1024;

    /// <summary>Pixels, width times height.</summary>
    public const long MaxPixels = 50_000_000;

    /// <summary>Adds the file and its row to the context; the caller saves. Refuses what is too large or of no known kind.</summary>
    public async Task<(MediaFile? File, Reason? Problem)> AddAsync(
        SiteDbContext db, Tenant tenant, Stream content, string fileName, Trilingual alt, string who,
        bool makeCopies = true, CancellationToken cancellation = default)
    {
        var id = Ids.New();
        var folder = folders.Of(tenant.Id, id);
        var fresh = Directory.CreateDirectory(folder + ".new").FullName;
        try
        {
            var (kind, problem) = await TakeAsync(content, fileName, Path.Combine(fresh, MediaFolder.Original), cancellation);
            if (kind is null)
            {
                return (null, problem);
            }

            var file = await FinishAsync(fresh, kind, makeCopies, cancellation);
            if (file.Kind is null)
            {
                return (null, new Reason("media.broken"));
            }

            Directory.Move(fresh, folder);
            return (Row(db, id, CleanName(fileName, file.Kind), file, alt, who), null);
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    private sealed record Finished(MediaKind? Kind, long Bytes, IReadOnlyList<int> Widths);

    // The whole upload is on disk, flushed, before its kind is judged; the sender's name and type count for nothing.
    private static async Task<(MediaKind? Kind, Reason? Problem)> TakeAsync(Stream content, string fileName, string target, CancellationToken cancellation)
    {
        await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.ReadWrite);
        if (!await CopyAsync(content, file, MaxDocument, cancellation))
        {
            return (null, new Reason("media.tooLarge", Megabytes(MaxDocument)));
        }

        file.Flush(flushToDisk: true);
        return MediaKind.Sniff(file, fileName) switch
        {
            null => (null, new Reason("media.kind")),
            { IsPicture: true } when file.Length > MaxPicture => (null, new Reason("media.tooLarge", Megabytes(MaxPicture))),
            { IsPicture: true } picture when (long)picture.Width * picture.Height > MaxPixels => (null, new Reason("media.tooManyPixels")),
            var kind => (kind, null),
        };
    }

    private static long Megabytes(long bytes) => bytes / 1024 / 1024;

    private static async Task<bool> CopyAsync(Stream source, FileStream target, long limit, CancellationToken cancellation)
    {
        var buffer = new byte[81920];
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (target.Length + read > limit)
            {
                return false;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }

    private async Task<Finished> FinishAsync(string folder, MediaKind kind, bool makeCopies, CancellationToken cancellation)
    {
        var original = Path.Combine(folder, $"{MediaFolder.Original}.{MediaFolder.ExtensionOf(kind.ContentType)}");
        File.Move(Path.Combine(folder, MediaFolder.Original), original);
        if (!kind.IsPicture || !makeCopies || !copies.IsAvailable)
        {
            return new Finished(kind, new FileInfo(original).Length, []);
        }

        // A GIF carries no camera data, and rewriting it would stop its movement.
        if (kind.Extension != "gif" && !await copies.CleanAsync(original, kind, cancellation))
        {
            return new Finished(null, 0, []);
        }

        await using var clean = File.OpenRead(original);
        var final = PictureHeader.Read(clean) ?? kind;
        return new Finished(final, clean.Length, await copies.MakeAsync(original, final.Width, cancellation));
    }

    private MediaFile Row(SiteDbContext db, string id, string name, Finished file, Trilingual alt, string who)
    {
        var row = new MediaFile
        {
            TenantId = db.TenantId,
            Id = id,
            FileName = name,
            ContentType = file.Kind!.ContentType,
            Bytes = file.Bytes,
            Width = file.Kind.Width,
            Height = file.Kind.Height,
            Widths = string.Join(',', file.Widths),
            Alt = alt,
            UploadedAt = time.GetUtcNow(),
            UploadedBy = who,
        };
        db.Add(row);
        return row;
    }

    // A name for people: without folders and control characters, with the ending the content deserves.
    private static string CleanName(string fileName, MediaKind kind)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/').Split('/')[^1]);
        var clean = TextHygiene.Normalise(new string([.. stem.Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>'))])).Trim();
        return $"{(clean.Length == 0 ? "file" : clean.Length > 100 ? clean[..100] : clean)}.{kind.Extension}";
    }
}
