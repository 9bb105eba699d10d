using EgovSites.Platform.Content.Stored;
using NetVips;

namespace EgovSites.Platform.Media.Pictures;

/// <summary>
/// Writes pictures without anything but their pixels; a copy lies under its name whole or not at all.
/// </summary>
internal static class PictureWriter
{
    private const Enums.ForeignKeep Nothing = Enums.ForeignKeep.None;

    /// <summary>Writes the picture itself, in the format its name ends with.</summary>
    public static void WriteAs(Image picture, string target)
    {
        switch (Path.GetExtension(target))
        {
            case ".jpg":
                picture.Jpegsave(target, q: 90, keep: Nothing);
                break;
            case ".png":
                picture.Pngsave(target, keep: Nothing);
                break;
            case ".gif":
                picture.Gifsave(target, keep: Nothing);
                break;
            default:
                picture.Webpsave(target, q: 90, keep: Nothing);
                break;
        }
    }

    /// <summary>Writes a copy for pages; false, and no file, where its format has no room for such a picture.</summary>
    public static bool TryWrite(Image picture, string target)
    {
        var part = $"{target}.part";
        try
        {
            Write(picture, part, Path.GetExtension(target) == ".avif");
            if (new FileInfo(part).Length > 0)
            {
                File.Move(part, target, overwrite: true);
            }
        }
        catch (VipsException)
        {
            // A very tall picture fits into no WebP: the others, or the original, must do.
        }
        finally
        {
            File.Delete(part);
        }

        return File.Exists(target);
    }

    /// <summary>Writes the crop that keeps a point in sight, in both formats.</summary>
    public static bool WriteCard(Image picture, string file, int x, int y)
    {
        if (CardFrame.Of(picture.Width, picture.Height, x, y) is not { } frame)
        {
            return false;
        }

        using var part = picture.Crop(frame.Left, frame.Top, frame.FrameWidth, frame.FrameHeight);
        using var small = part.ThumbnailImage(CardFrame.Width, size: Enums.Size.Down);
        using var card = small.CopyMemory();
        var target = Path.Combine(Path.GetDirectoryName(file)!, MediaName.Card(x, y));
        return TryWrite(card, $"{target}.webp") && TryWrite(card, $"{target}.avif");
    }

    // For the few browsers without AVIF: more effort takes half as long again and saves next to nothing.
    private static void Write(Image picture, string part, bool isAvif)
    {
        if (isAvif)
        {
            picture.Heifsave(part, q: 55, effort: 2, compression: Enums.ForeignHeifCompression.Av1, keep: Nothing);
        }
        else
        {
            picture.Webpsave(part, q: 78, effort: 2, keep: Nothing);
        }
    }
}
