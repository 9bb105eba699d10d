using System.Globalization;

namespace EgovSites.Platform.Media.Pictures;

/// <summary>
/// The largest part of a picture, four by three, that has a point as near its middle as the edges let it.
/// </summary>
public sealed record CardFrame(int Left, int Top, int FrameWidth, int FrameHeight)
{
    /// <summary>Pixels of the copy that is made of it.</summary>
    public const int Width = 480;

    /// <summary>Null for a picture too small to be worth it; the point in percent.</summary>
    public static CardFrame? Of(int width, int height, int focusX, int focusY)
    {
        var frameWidth = Math.Min(width, height * 4 / 3);
        var frameHeight = Math.Min(height, frameWidth * 3 / 4);
        return width <= Width || frameHeight < 1 ? null
            : new CardFrame(
                Start(width, frameWidth, focusX), Start(height, frameHeight, focusY), frameWidth, frameHeight);
    }

    public IEnumerable<string> Arguments =>
        new[] { Left, Top, FrameWidth, FrameHeight }.Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static int Start(int whole, int part, int focus) =>
        Math.Clamp((whole * focus / 100) - (part / 2), 0, whole - part);
}
