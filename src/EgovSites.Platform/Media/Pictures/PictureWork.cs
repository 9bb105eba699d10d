using System.Globalization;
using EgovSites.Platform.Media.Children;
using EgovSites.Platform.Media.Uploads;
using NetVips;

namespace EgovSites.Platform.Media.Pictures;

/// <summary>
/// What the child does with one picture, by libvips: <c>take FILE</c> replaces it by an upright one in sRGB without
/// the camera's data and writes the copies beside it, <c>crop FILE X Y</c> writes the crop around a point.
/// </summary>
public static class PictureWork
{
    // What is offered as the whole picture: large enough for print.
    private const int LargestWidth = 2560;

    // No copy is limited in height.
    private const int AnyHeight = 10_000_000;

    private const int Threads = 2;

    /// <summary>Gives the exit code.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            NetVips.NetVips.BlockUntrusted = true;
            NetVips.NetVips.Concurrency = Threads;
            return (int)(arguments switch
            {
                ["take", var file] => Take(file),
                ["crop", var file, var x, var y] => Crop(file, Percent(x), Percent(y)),
                _ => ChildVerdict.Unable,
            });
        }
        catch (Exception error)
            when (error is TypeInitializationException or DllNotFoundException or BadImageFormatException)
        {
            return (int)ChildVerdict.Unable;
        }
        catch (VipsException)
        {
            return (int)ChildVerdict.Broken;
        }
    }

    private static ChildVerdict Take(string file)
    {
        var source = SourceOf(file, out var pixels);
        if (pixels > MediaStore.MaxPixels)
        {
            return ChildVerdict.TooManyPixels;
        }

        using var picture = Upright(source);
        var clean = $"{file}.clean{Path.GetExtension(file)}";
        PictureWriter.WriteAs(picture, clean);
        File.Move(clean, file, overwrite: true);
        if (source != file)
        {
            CopyAnimation(SourceOf(file, out _), file, picture.Width);
            return ChildVerdict.Done;
        }

        CopyStill(picture, file);
        PictureWriter.WriteCard(picture, file, 50, 50);
        return ChildVerdict.Done;
    }

    private static ChildVerdict Crop(string file, int x, int y)
    {
        // A still crop of an animation would be another picture.
        if (SourceOf(file, out _) != file)
        {
            return ChildVerdict.Broken;
        }

        using var picture = Upright(file);
        return PictureWriter.WriteCard(picture, file, x, y) ? ChildVerdict.Done : ChildVerdict.Broken;
    }

    // The pixels of all its frames, by its header: nothing is decoded yet.
    private static string SourceOf(string file, out long pixels)
    {
        using var head = Image.NewFromFile(file, access: Enums.Access.Sequential);
        var frames = Path.GetExtension(file) is ".gif" or ".webp" && head.Contains("n-pages") ? (int)head.Get("n-pages")
            : 1;
        pixels = (long)head.Width * head.Height * frames;
        return frames > 1 ? $"{file}[n=-1]" : file;
    }

    private static Image Upright(string source)
    {
        using var lazy = Shrunk(source, LargestWidth);
        using var simple = Simple(lazy);
        return simple.CopyMemory();
    }

    private static Image Shrunk(string source, int width) => Image.Thumbnail(
        source, width, height: AnyHeight, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);

    // Eight bits, grey or red-green-blue: what every browser shows alike.
    private static Image Simple(Image picture) => picture.Interpretation switch
    {
        Enums.Interpretation.Srgb or Enums.Interpretation.Bw when picture.Format == Enums.BandFormat.Uchar =>
            picture.Copy(),
        Enums.Interpretation.Grey16 or Enums.Interpretation.Bw => picture.Colourspace(Enums.Interpretation.Bw),
        _ => picture.Colourspace(Enums.Interpretation.Srgb),
    };

    private static void CopyStill(Image picture, string file)
    {
        foreach (var width in PictureCopies.Widths.Where(one => one < picture.Width))
        {
            using var lazy = picture.ThumbnailImage(width, height: AnyHeight, size: Enums.Size.Down);
            using var copy = lazy.CopyMemory();
            PictureWriter.TryWrite(copy, PictureCopies.CopyOf(file, width, "webp"));
            PictureWriter.TryWrite(copy, PictureCopies.CopyOf(file, width, "avif"));
        }
    }

    // AVIF here keeps the first picture of an animation only.
    private static void CopyAnimation(string source, string file, int whole)
    {
        foreach (var width in PictureCopies.Widths.Where(one => one < whole))
        {
            using var copy = Shrunk(source, width);
            PictureWriter.TryWrite(copy, PictureCopies.CopyOf(file, width, "webp"));
        }
    }

    private static int Percent(string typed) => int.Parse(typed, CultureInfo.InvariantCulture);
}
