using System.Text;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media.Children;
using EgovSites.Platform.Media.Kinds;
using EgovSites.Platform.Media.Pictures;
using EgovSites.Platform.Storage.Engines;

namespace EgovSites.Platform.Media.Uploads;

/// <summary>
/// Judges what somebody sent: the whole file lies on disk before its content says what it is, the sender's word counts
/// for nothing.
/// </summary>
internal sealed class MediaIntake(PictureCopies copies)
{
    private const int NameLength = 100;

    /// <summary>What was taken into a folder; <c>Encoding</c> names the writing a text was converted from.</summary>
    public sealed record Taken(
        FileKind Kind, PictureSize Size, long Bytes, MadeCopies Copies, string Name, string Encoding);

    /// <summary>
    /// Takes a stream into a fresh folder, which is on the disk then; the reason when it is refused, and the folder is
    /// then worth nothing.
    /// </summary>
    public async Task<(Taken? Taken, Reason? Problem)> TakeAsync(
        Stream content, string fileName, string folder, CancellationToken cancellation)
    {
        var place = Path.Combine(folder, MediaName.Original);
        var name = FileNames.Sent(fileName);
        if (!await KeepAsync(content, place, cancellation))
        {
            return (null, new Reason("media.fileTooLarge", name, MediaStore.MaxDocument >> 20));
        }

        var (sniffed, problem) = Judge(place, fileName, name);
        if (sniffed.Kind is not { } kind || problem is not null)
        {
            return (null, problem);
        }

        var original = $"{place}.{MediaFolder.ExtensionOf(kind.ContentType)}";
        File.Move(place, original);
        var verdict = kind.IsPicture ? await copies.TakeAsync(original, cancellation) : ChildVerdict.Done;
        if (verdict != ChildVerdict.Done)
        {
            return (null, new Reason(WordOf(verdict), name));
        }

        if (sniffed.ForeignEncoding.Length > 0)
        {
            await ConvertAsync(original, sniffed.Encoding!, cancellation);
        }

        DurableFile.Settle(folder);
        return (Finish(original, kind, FileNames.Of(fileName, kind, NameLength), sniffed.ForeignEncoding), null);
    }

    private static (Sniffed Sniffed, Reason? Problem) Judge(string place, string fileName, string name)
    {
        using var file = File.OpenRead(place);
        var sniffed = FileSniffer.Look(file, fileName);
        return (sniffed, sniffed.Kind is null ? new Reason(sniffed.Refusal, name)
            : !sniffed.Kind.IsPicture ? null
            : file.Length > MediaStore.MaxPicture ? new Reason("media.fileTooLarge", name, MediaStore.MaxPicture >> 20)
            : IsBomb(sniffed.Kind, file) ? new Reason(WordOf(ChildVerdict.TooManyPixels), name)
            : sniffed.Kind == FileKinds.Png && PngFrames.AreMany(file) ? new Reason("media.apng", name)
            : null);
    }

    // What has no readable header is left to the child: browsers forgive much, and so does libvips.
    private static bool IsBomb(FileKind kind, Stream file) => PictureHeader.Read(file) is { Pixels: var pixels }
        && (pixels > MediaStore.MaxPixels
            || (kind == FileKinds.Gif
                && GifFrames.Count(file, (int)(MediaStore.MaxPixels / pixels)) * pixels > MediaStore.MaxPixels));

    private static string WordOf(ChildVerdict verdict) => verdict switch
    {
        ChildVerdict.Broken => "media.broken",
        ChildVerdict.TooManyPixels => "media.tooManyPixels",
        ChildVerdict.Unable => "media.toolAway",
        _ => "media.tooHard",
    };

    private static async Task<bool> KeepAsync(Stream source, string place, CancellationToken cancellation)
    {
        await using var target = new FileStream(place, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (target.Length + read > MediaStore.MaxDocument)
            {
                return false;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }

    // With a mark at its head: without one, spreadsheets take UTF-8 for something else.
    private static async Task ConvertAsync(string file, Encoding from, CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(file, from, cancellation);
        await File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), cancellation);
    }

    private static Taken Finish(string original, FileKind kind, string name, string encoding)
    {
        using var clean = File.OpenRead(original);
        return kind.IsPicture
            ? new Taken(kind, PictureHeader.Read(clean)
                ?? default, clean.Length, PictureCopies.MadeBeside(original), name, encoding)
            : new Taken(kind, default, clean.Length, MadeCopies.None, name, encoding);
    }
}
