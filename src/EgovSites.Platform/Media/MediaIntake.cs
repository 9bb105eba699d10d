using EgovSites.Platform.Content;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Media;

/// <summary>Judges what somebody sent: the whole file lies on disk before its content says what it is, the sender's word counts for nothing.</summary>
internal sealed class MediaIntake(PictureCopies copies)
{
    /// <summary>What was taken into a folder: kind, size, copies.</summary>
    public sealed record Taken(MediaKind Kind, long Bytes, MadeCopies Copies, string Name);

    /// <summary>Takes a stream into a fresh folder; the reason when it is refused, and the folder is then worth nothing.</summary>
    public async Task<(Taken? Taken, Reason? Problem)> TakeAsync(
        Stream content, string fileName, string folder, bool makeCopies, CancellationToken cancellation)
    {
        var (kind, problem) = await JudgeAsync(content, fileName, Path.Combine(folder, MediaFolder.Original), cancellation);
        if (kind is null)
        {
            return (null, problem);
        }

        var taken = await FinishAsync(folder, kind, CleanName(fileName, kind), makeCopies, cancellation);
        return taken is null ? (null, new Reason("media.broken")) : (taken, null);
    }

    private static async Task<(MediaKind? Kind, Reason? Problem)> JudgeAsync(Stream content, string fileName, string target, CancellationToken cancellation)
    {
        await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.ReadWrite);
        if (!await CopyAsync(content, file, MediaStore.MaxDocument, cancellation))
        {
            return (null, TooLarge(MediaStore.MaxDocument));
        }

        file.Flush(flushToDisk: true);
        return MediaKind.Sniff(file, fileName) switch
        {
            null => (null, new Reason("media.kind")),
            { IsPicture: true } when file.Length > MediaStore.MaxPicture => (null, TooLarge(MediaStore.MaxPicture)),
            { IsPicture: true } picture when IsBomb(picture, file) => (null, new Reason("media.tooManyPixels")),
            var kind => (kind, null),
        };
    }

    internal static Reason TooLarge(long limit) => new("media.tooLarge", limit / 1024 / 1024);

    private static bool IsBomb(MediaKind picture, Stream file)
    {
        var pixels = (long)picture.Width * picture.Height;
        return pixels > MediaStore.MaxPixels
            || (picture.Extension == "gif" && GifFrames.Count(file, (int)(MediaStore.MaxPixels / pixels)) * pixels > MediaStore.MaxPixels);
    }

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

    // Rewriting every picture is what removes the camera's place, and whatever else was hidden behind the last pixel.
    private async Task<Taken?> FinishAsync(string folder, MediaKind kind, string name, bool makeCopies, CancellationToken cancellation)
    {
        var original = Path.Combine(folder, $"{MediaFolder.Original}.{MediaFolder.ExtensionOf(kind.ContentType)}");
        File.Move(Path.Combine(folder, MediaFolder.Original), original);
        if (!kind.IsPicture || !makeCopies || !copies.IsAvailable)
        {
            return new Taken(kind, new FileInfo(original).Length, MadeCopies.None, name);
        }

        if (!await copies.CleanAsync(original, kind, cancellation))
        {
            return null;
        }

        await using var clean = File.OpenRead(original);
        var final = PictureHeader.Read(clean) ?? kind;
        return new Taken(final, clean.Length, await copies.MakeAsync(original, final, cancellation), name);
    }

    // A name for people: without folders, controls and marks that turn its direction, with the ending the content deserves.
    private static string CleanName(string fileName, MediaKind kind)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/').Split('/')[^1]);
        var clean = TextHygiene.Normalise(new string([.. stem.Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>'))])).Trim('.', ' ');
        return $"{(clean.Length == 0 ? "file" : clean.Length > 100 ? clean[..100] : clean)}.{kind.Extension}";
    }
}
