using EgovSites.Platform.Theming.Frames;
using EgovSites.Platform.Theming.Serving;
using SkiaSharp;

namespace EgovSites.Platform.Theming.Posters;

/// <summary>
/// Paints a poster: the accent's band or the item's own picture under it, emblem and body, title, woven hem.
/// </summary>
public sealed class PosterPainter
{
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>Bytes: messengers leave out what is larger than some hundred thousand.</summary>
    public const int MaxBytes = 200 * 1024;

    private const float Margin = 72;
    private const float HeadTop = 58;
    private const float Emblem = 92;
    private const float HemHeight = 24;
    private const float TitleTop = 196;
    private const float TitleBottom = Height - HemHeight - 44;

    private static readonly float[] TitleSizes = [72, 64, 58, 52, 47, 43, 40];
    private static readonly float[] BodySizes = [32, 29, 26, 23];
    private static readonly int[] Qualities = [88, 80, 70, 58, 45];
    private static readonly SKColor Gold = SKColor.Parse("#f2b927");

    private readonly ThemeAssets _theme;
    private readonly SKTypeface _bold;
    private readonly SKTypeface _semiBold;
    private readonly SvgDrawing _weave;

    public PosterPainter(ThemeAssets theme)
    {
        _theme = theme;
        _bold = Typeface("fonts/NotoSans-Bold.ttf");
        _semiBold = Typeface("fonts/NotoSans-SemiBold.ttf");
        using var weave = theme.Open("weave.svg");
        _weave = new SvgDrawing(weave);
    }

    /// <summary>Where the title may stand, in pixels.</summary>
    public static SKRect TitleBox { get; } = new(Margin, TitleTop, Width - Margin, TitleBottom);

    /// <summary>The title in lines, as it is painted.</summary>
    public TextBlock LayOut(string title) => TextFitting.Fit(title, _bold, TitleBox.Width, TitleBox.Height, TitleSizes);

    /// <summary>The JPEG; the picture lies behind, its point of focus in percent.</summary>
    public byte[] Paint(Poster poster, SKBitmap? picture = null)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var band = SKColor.Parse(AccentBand.Of(poster.Accent));
        surface.Canvas.Clear(band);
        var title = LayOut(poster.Title);
        if (picture is not null)
        {
            PaintPicture(surface.Canvas, picture, poster.Focus, band);
        }
        else
        {
            PaintWeave(surface.Canvas, band);
        }

        PaintHem(surface.Canvas, band);
        PaintHead(surface.Canvas, poster);
        PaintTitle(surface.Canvas, title);
        using var image = surface.Snapshot();
        return Encode(image);
    }

    // Covers all of it, with the point of focus as near the middle as the edges let it. Multiplied with the band's
    // light tint: white letters keep 4.5 : 1 even where the picture is white.
    private static void PaintPicture(SKCanvas canvas, SKBitmap picture, (int X, int Y) focus, SKColor band)
    {
        var scale = Math.Max(Width / (float)picture.Width, Height / (float)picture.Height);
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        var left = Math.Clamp((Width / 2f) - (width * focus.X / 100), Width - width, 0);
        var top = Math.Clamp((Height / 2f) - (height * focus.Y / 100), Height - height, 0);
        using var image = SKImage.FromBitmap(picture);
        using var tint = SKColorFilter.CreateBlendMode(Lighter(band), SKBlendMode.Multiply);
        using var tinted = new SKPaint { ColorFilter = tint };
        canvas.DrawImage(image, new SKRect(left, top, left + width, top + height),
            new SKSamplingOptions(SKCubicResampler.Mitchell), tinted);

        using var shade = SKShader.CreateLinearGradient(
            new SKPoint(0, 0), new SKPoint(0, Height),
            [band.WithAlpha(120), band.WithAlpha(40), band.WithAlpha(60), band.WithAlpha(190)], [0, .3f, .45f, 1],
            SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shade };
        canvas.DrawRect(0, 0, Width, Height, paint);
    }

    private static SKColor Lighter(SKColor band)
    {
        static byte Mixed(byte value) => (byte)(value + ((255 - value) * .28f));
        return new SKColor(Mixed(band.Red), Mixed(band.Green), Mixed(band.Blue));
    }

    // As behind the portal's first question: the weave shows through, more to the right.
    private void PaintWeave(SKCanvas canvas, SKColor band)
    {
        const float Tile = 240;
        var from = Width * .5f;
        using (new SKAutoCanvasRestore(canvas))
        {
            using var veil = new SKPaint { Color = SKColors.White.WithAlpha(32) };
            canvas.SaveLayer(veil);
            for (var top = 0f; top < Height; top += Tile * _weave.Size.Height / _weave.Size.Width)
            {
                for (var left = Width - Tile; left > from - Tile; left -= Tile)
                {
                    _weave.Draw(canvas, left, top, Tile);
                }
            }
        }

        using var fade = SKShader.CreateLinearGradient(
            new SKPoint(from - Tile, 0), new SKPoint(Width, 0), [band, band.WithAlpha(0)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = fade };
        canvas.DrawRect(0, 0, Width, Height, paint);
    }

    private void PaintHem(SKCanvas canvas, SKColor band)
    {
        using var paint = new SKPaint { Color = band };
        canvas.DrawRect(0, Height - HemHeight, Width, HemHeight, paint);
        var tile = HemHeight * _weave.Size.Width / _weave.Size.Height;
        for (var left = 0f; left < Width; left += tile)
        {
            _weave.Draw(canvas, left, Height - HemHeight, tile);
        }
    }

    private void PaintHead(SKCanvas canvas, Poster poster)
    {
        // On a white ring, as in a masthead: an emblem may have the band's own colour.
        using var ring = new SKPaint { Color = SKColors.White, IsAntialias = true };
        canvas.DrawCircle(Margin + (Emblem / 2), HeadTop + (Emblem / 2), (Emblem / 2) + 3, ring);
        using (var emblem =
            _theme.Open($"wwwroot/emblems/{(_theme.HasEmblem(poster.Emblem) ? poster.Emblem : "agency")}.svg"))
        {
            new SvgDrawing(emblem).Draw(canvas, Margin, HeadTop, Emblem);
        }

        var left = Margin + Emblem + 28;
        var body = TextFitting.Fit(poster.Body, _semiBold, Width - Margin - left, Emblem, BodySizes);
        PaintLines(canvas, body, _semiBold, left, HeadTop + ((Emblem - body.Height) / 2));
    }

    private void PaintTitle(SKCanvas canvas, TextBlock block)
    {
        var top = TitleBottom - block.Height;
        PaintLines(canvas, block, _bold, Margin, top);
        using var gold = new SKPaint { Color = Gold, IsAntialias = true };
        canvas.DrawRoundRect(Margin, top - 26, 72, 6, 3, 3, gold);
    }

    private static void PaintLines(SKCanvas canvas, TextBlock block, SKTypeface face, float left, float top)
    {
        using var font = new SKFont(face, block.Size) { Edging = SKFontEdging.Antialias, Subpixel = true };
        using var white = new SKPaint { Color = SKColors.White, IsAntialias = true };
        var line = block.Size * TextBlock.Leading;
        for (var index = 0; index < block.Lines.Count; index++)
        {
            // The letters stand in the middle of their line: as much above capitals as below the baseline.
            canvas.DrawText(block.Lines[index], left, top + (line * index)
                + ((line + font.Metrics.CapHeight) / 2), SKTextAlign.Left, font, white);
        }
    }

    private static byte[] Encode(SKImage image)
    {
        foreach (var quality in Qualities)
        {
            using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, quality);
            if (jpeg.Size <= MaxBytes || quality == Qualities[^1])
            {
                return jpeg.ToArray();
            }
        }

        throw new InvalidOperationException("No quality was tried.");
    }

    private SKTypeface Typeface(string name)
    {
        using var file = _theme.Open(name);
        return SKTypeface.FromStream(file);
    }
}
