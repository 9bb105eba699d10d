using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace EgovSites.Platform.Theming.Posters;

/// <summary>
/// Draws the theme's own drawings: circles and paths, filled or stroked, in turned groups. Nothing a stranger sends
/// comes here.
/// </summary>
internal sealed class SvgDrawing
{
    private readonly XElement _root;

    public SvgDrawing(Stream svg)
    {
        _root = XDocument.Load(svg).Root!;
        var box = Numbers(_root.Attribute("viewBox")!.Value);
        Size = new SKSize(box[2], box[3]);
    }

    public SKSize Size { get; }

    /// <summary>Draws it with its upper left corner at a point, so many pixels wide.</summary>
    public void Draw(SKCanvas canvas, float left, float top, float width)
    {
        using var restored = new SKAutoCanvasRestore(canvas);
        canvas.Translate(left, top);
        canvas.Scale(width / Size.Width);
        Draw(canvas, _root);
    }

    private static void Draw(SKCanvas canvas, XElement parent)
    {
        foreach (var shape in parent.Elements())
        {
            using var restored = new SKAutoCanvasRestore(canvas);
            Turn(canvas, shape.Attribute("transform")?.Value);
            if (shape.Name.LocalName == "g")
            {
                Draw(canvas, shape);
                continue;
            }

            using var path = PathOf(shape);
            Paint(canvas, path, shape);
        }
    }

    private static void Turn(SKCanvas canvas, string? transform)
    {
        if (transform is null)
        {
            return;
        }

        var numbers = Numbers(transform[(transform.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
        if (transform.StartsWith("rotate", StringComparison.Ordinal))
        {
            canvas.RotateDegrees(numbers[0], numbers[1], numbers[2]);
        }
        else
        {
            throw new NotSupportedException($"The theme's drawings have no '{transform}'.");
        }
    }

    private static SKPath PathOf(XElement shape)
    {
        if (shape.Name.LocalName == "path")
        {
            return SKPath.ParseSvgPathData(shape.Attribute("d")!.Value);
        }

        using var builder = new SKPathBuilder();
        builder.AddCircle(Number(shape, "cx"), Number(shape, "cy"), Number(shape, "r"));
        return builder.Detach();
    }

    private static void Paint(SKCanvas canvas, SKPath path, XElement shape)
    {
        using var paint = new SKPaint { IsAntialias = true };
        if (shape.Attribute("fill")?.Value is not "none" and var fill)
        {
            paint.Color = SKColor.Parse(fill ?? "#000");
            canvas.DrawPath(path, paint);
        }

        if (shape.Attribute("stroke")?.Value is not { } stroke)
        {
            return;
        }

        paint.Style = SKPaintStyle.Stroke;
        paint.Color = SKColor.Parse(stroke);
        paint.StrokeWidth = shape.Attribute("stroke-width") is null ? 1 : Number(shape, "stroke-width");
        paint.StrokeCap = shape.Attribute("stroke-linecap")?.Value == "round" ? SKStrokeCap.Round : SKStrokeCap.Butt;
        paint.StrokeJoin = shape.Attribute("stroke-linejoin")?.Value == "round" ? SKStrokeJoin.Round
            : SKStrokeJoin.Miter;
        using var dashes = DashesOf(shape);
        paint.PathEffect = dashes;
        canvas.DrawPath(path, paint);
    }

    private static SKPathEffect? DashesOf(XElement shape)
    {
        if (shape.Attribute("stroke-dasharray") is not { } dashes)
        {
            return null;
        }

        // A single length is that of the gaps as well.
        var lengths = Numbers(dashes.Value);
        return SKPathEffect.CreateDash(
            lengths.Length % 2 == 0 ? lengths : [.. lengths, .. lengths], shape.Attribute("stroke-dashoffset") is null
                ? 0 : Number(shape, "stroke-dashoffset"));
    }

    private static float Number(XElement shape, string name) =>
        float.Parse(shape.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static float[] Numbers(string list) =>
        [.. list.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(one => float.Parse(one, CultureInfo.InvariantCulture))];
}
