using System.Runtime.InteropServices;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace EgovSites.Tests.Platform.Media.Pictures;

/// <summary>Pictures made and read by another decoder than the product's own.</summary>
public static class TestPictures
{
    /// <summary>
    /// Noise is the hardest picture there is; each grain here is two pixels wide, as in a photograph.
    /// </summary>
    public static byte[] Noise(int width, int height)
    {
        var grain = new byte[((width / 2) + 1) * 3];
        var random = new Random(7);
        using var picture = new Image<Rgb24>(width, height);
        picture.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
            {
                if (y % 2 == 0)
                {
                    random.NextBytes(grain);
                }

                var row = rows.GetRowSpan(y);
                for (var x = 0; x < row.Length; x++)
                {
                    var at = (x / 2) * 3;
                    row[x] = new Rgb24(Near(grain[at]), Near(grain[at + 1]), Near(grain[at + 2]));
                }
            }
        });
        return Save(picture, new JpegEncoder { Quality = 90 });
    }

    /// <summary>
    /// An animation: each frame of another colour, shown for as many hundredths of a second as it has number.
    /// </summary>
    public static byte[] Gif(int width, int height, int frames)
    {
        using var picture = new Image<Rgba32>(width, height, Colour(0));
        picture.Metadata.GetGifMetadata().RepeatCount = 3;
        for (var number = 1; number < frames; number++)
        {
            using var frame = new Image<Rgba32>(width, height, Colour(number));
            picture.Frames.AddFrame(frame.Frames.RootFrame);
        }

        for (var number = 0; number < frames; number++)
        {
            picture.Frames[number].Metadata.GetGifMetadata().FrameDelay = 10 * (number + 1);
        }

        return Save(picture, new GifEncoder());
    }

    public static byte[] Png<TPixel>(int width, int height, TPixel colour, PngEncoder? encoder = null) where TPixel
        : unmanaged, IPixel<TPixel>
    {
        using var picture = new Image<TPixel>(width, height, colour);
        return Save(picture, encoder ?? new PngEncoder());
    }

    /// <summary>Red at the left, blue at the right.</summary>
    public static byte[] Halves(int width, int height)
    {
        using var picture = new Image<Rgb24>(width, height, new Rgb24(255, 0, 0));
        picture.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
            {
                rows.GetRowSpan(y)[(rows.Width / 2)..].Fill(new Rgb24(0, 0, 255));
            }
        });
        return Save(picture, new JpegEncoder { Quality = 95 });
    }

    public static Image<Rgb24> Read(byte[] picture) => Image.Load<Rgb24>(picture);

    /// <summary>How many frames an animated WebP has: each stands in a chunk of its own.</summary>
    public static int WebpFrames(byte[] webp)
    {
        var count = 0;
        for (var at = 12; at + 8 <= webp.Length; at += 8 + MemoryMarshal.Read<int>(webp.AsSpan(at + 4))
            + (webp[at + 4] & 1))
        {
            count += webp.AsSpan(at, 4).SequenceEqual("ANMF"u8) ? 1 : 0;
        }

        return count;
    }

    private static byte Near(byte grain) => (byte)(107 + (grain / 6));

    private static Rgba32 Colour(int number) => new((byte)(number * 80), (byte)(255 - (number * 80)), 40);

    private static byte[] Save(Image picture, IImageEncoder encoder)
    {
        using var stream = new MemoryStream();
        picture.Save(stream, encoder);
        return stream.ToArray();
    }
}
