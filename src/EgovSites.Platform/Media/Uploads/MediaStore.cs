using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media.Kinds;
using EgovSites.Platform.Media.Pictures;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Media.Uploads;

/// <summary>
/// Takes files into a tenant's library: kind by content, size by header, bytes kept before the row is saved.
/// </summary>
public sealed class MediaStore
{
    /// <summary>Bytes.</summary>
    public const long MaxPicture = 10 * 1024 * 1024;

    /// <summary>Bytes.</summary>
    public const long MaxDocument = 25 * 1024 * 1024;

    /// <summary>The word of a refusal that trying again later may undo.</summary>
    public const string StoreAway = "media.storeAway";

    /// <summary>Pixels, width times height, of all the pictures in one file.</summary>
    public const long MaxPixels = 50_000_000;

    private readonly MediaFolder _folders;
    private readonly MediaIntake _intake;
    private readonly IFileStore _files;
    private readonly MediaTexts _texts;
    private readonly TimeProvider _time;

    public MediaStore(
        MediaFolder folders, IFileStore files, PictureCopies copies, MediaTexts texts, TimeProvider time) =>
        (_folders, _files, _intake, _texts, _time) = (folders, files, new MediaIntake(copies), texts, time);

    /// <summary>
    /// Adds the file and its row to the context; the caller saves. Refuses what is too large or of no known kind.
    /// </summary>
    public async Task<(MediaFile? File, Reason? Problem)> AddAsync(
        SiteDbContext db, Tenant tenant, Stream content, string fileName, Trilingual alt, string who,
        CancellationToken cancellation = default)
    {
        var id = Ids.New();
        var (taken, problem) = await TakeAsync(content, fileName, _folders.Of(tenant.Id, id), cancellation);
        if (taken is null)
        {
            return (null, problem);
        }

        var file = Row(db, id, taken, alt, who);
        await _texts.ReadAsync(
            db, file, _folders.PlaceOf(file, MediaVersion.Of(file), MediaName.Original)!, cancellation);
        return (file, null);
    }

    /// <summary>
    /// Lets another file take this one's place under the same address; the old one is kept. The caller saves.
    /// </summary>
    public async Task<Reason?> ReplaceAsync(SiteDbContext db, MediaFile file, Stream content, string fileName,
        string who, CancellationToken cancellation = default)
    {
        var versions = await db.Set<MediaVersion>().Where(row => row.MediaId == file.Id).ToListAsync(cancellation);
        var number = await FreeNumberAsync(db.TenantId, file, versions, cancellation);
        var folder = _folders.Of(db.TenantId, file.Id, number);
        var (taken, problem) = await TakeAsync(content, fileName, folder, cancellation);
        if (taken is null || taken.Kind.IsPicture != file.IsPicture)
        {
            return problem ?? Discard(folder, file);
        }

        if (versions.All(row => row.Number != file.Version))
        {
            db.Add(MediaVersion.Of(file));
        }

        var next = VersionOf(file, number, taken, who);
        db.Add(next);
        next.PutInto(file);
        (file.Card, file.ConvertedFrom) = (taken.Copies.Card, taken.Encoding);
        return null;
    }

    // Also past what is kept without a row: a replacement that was never saved must not lend its name twice.
    private async Task<int> FreeNumberAsync(
        string tenantId, MediaFile file, List<MediaVersion> versions, CancellationToken cancellation)
    {
        var number = Math.Max(file.Version, versions.Select(row => row.Number).DefaultIfEmpty(0).Max()) + 1;
        while (_folders.Of(tenantId, file.Id, number) is var folder
            && (Directory.Exists(folder) || (await _files.ListAsync(folder, cancellation)).Count > 0))
        {
            number++;
        }

        return number;
    }

    private async Task<(MediaIntake.Taken? Taken, Reason? Problem)> TakeAsync(
        Stream content, string fileName, string folder, CancellationToken cancellation)
    {
        DurableFile.MakeFolder(Path.GetDirectoryName(folder)!);
        var fresh = Directory.CreateDirectory($"{folder}.{Ids.New()}.new").FullName;
        try
        {
            var (taken, problem) = await _intake.TakeAsync(content, fileName, fresh, cancellation);
            if (taken is not null)
            {
                DurableFile.MoveFolder(fresh, folder);
                await KeepAsync(folder, cancellation);
            }

            return (taken, problem);
        }
        catch (IOException) when (Directory.Exists(fresh) && Directory.Exists(folder))
        {
            // Another replacement took the number while this one was looked at.
            return (null, new Reason(VerbCommit.Changed));
        }
        catch (FileStoreAwayException)
        {
            Directory.Delete(folder, recursive: true);
            return (null, new Reason(StoreAway, FileNames.Sent(fileName)));
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    private Task KeepAsync(string folder, CancellationToken cancellation) =>
        Task.WhenAll(Directory.GetFiles(folder).Select(path => _files.KeepAsync(path, cancellation)));

    private static Reason Discard(string folder, MediaFile file)
    {
        Directory.Delete(folder, recursive: true);
        return file.IsPicture ? new Reason("media.replacePicture") : new Reason("media.replaceDocument");
    }

    private MediaVersion VersionOf(MediaFile file, int number, MediaIntake.Taken taken, string who) => new()
    {
        MediaId = file.Id,
        Number = number,
        FileName = Path.ChangeExtension(file.FileName, taken.Kind.Extension),
        ContentType = taken.Kind.ContentType,
        Bytes = taken.Bytes,
        Width = taken.Size.Width,
        Height = taken.Size.Height,
        Widths = string.Join(',', taken.Copies.Widths),
        CopyBytes = string.Join(',', taken.Copies.Bytes),
        Formats = taken.Copies.Formats,
        At = _time.GetUtcNow(),
        By = who,
    };

    private MediaFile Row(SiteDbContext db, string id, MediaIntake.Taken taken, Trilingual alt, string who)
    {
        var row = new MediaFile
        {
            TenantId = db.TenantId,
            Id = id,
            FileName = taken.Name,
            ContentType = taken.Kind.ContentType,
            Bytes = taken.Bytes,
            Width = taken.Size.Width,
            Height = taken.Size.Height,
            Widths = string.Join(',', taken.Copies.Widths),
            CopyBytes = string.Join(',', taken.Copies.Bytes),
            Formats = taken.Copies.Formats,
            Card = taken.Copies.Card,
            ConvertedFrom = taken.Encoding,
            Alt = alt,
            UploadedAt = _time.GetUtcNow(),
            UploadedBy = who,
        };
        db.Add(row);
        return row;
    }
}
