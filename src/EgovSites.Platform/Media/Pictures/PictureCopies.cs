using System.Globalization;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media.Children;

namespace EgovSites.Platform.Media.Pictures;

/// <summary>Has clean and smaller copies of pictures made by a child, two at a time.</summary>
public sealed class PictureCopies(ChildProgram program) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(2);

    /// <summary>The widths of copies, in pixels; only those below the picture's own are made.</summary>
    public static IReadOnlyList<int> Widths { get; } = [480, 960, 1280];

    /// <summary>
    /// Replaces a picture by an upright one in sRGB without its camera data, and writes <c>{width}.webp</c>,
    /// <c>{width}.avif</c> and the crop beside it.
    /// </summary>
    public Task<ChildVerdict> TakeAsync(string file, CancellationToken cancellation) =>
        RunAsync(["picture", "take", file], cancellation);

    /// <summary>What <see cref="TakeAsync"/> could write.</summary>
    public static MadeCopies MadeBeside(string file)
    {
        var made = Widths.Where(width => File.Exists(CopyOf(file, width, "webp"))).ToList();
        var card = MediaName.Card(50, 50);
        return new MadeCopies(
            made,
            made.ConvertAll(width => new FileInfo(CopyOf(file, width, "webp")).Length),
            made.Count > 0 && made.TrueForAll(width => File.Exists(CopyOf(file, width, "avif"))) ? "avif" : "",
            HasCard(file, card) ? card : "");
    }

    /// <summary>
    /// Writes the crop that keeps a point in sight, and gives its name; empty where none could be made.
    /// </summary>
    public async Task<string> CropAsync(
        string file, int width, int height, int focusX, int focusY, CancellationToken cancellation)
    {
        var name = MediaName.Card(focusX, focusY);
        if (IsAnimation(file) || CardFrame.Of(width, height, focusX, focusY) is null)
        {
            return "";
        }

        return HasCard(file, name)
            || await RunAsync(["picture", "crop", file, Say(focusX), Say(focusY)], cancellation) == ChildVerdict.Done
                ? name : "";
    }

    public void Dispose() => _turn.Dispose();

    internal static string CopyOf(string file, int width, string format) =>
        Path.Combine(Path.GetDirectoryName(file)!, $"{Say(width)}.{format}");

    private static bool HasCard(string file, string name) =>
        Path.Combine(Path.GetDirectoryName(file)!, name) is var card && File.Exists($"{card}.webp")
            && File.Exists($"{card}.avif");

    private async Task<ChildVerdict> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return (await program.RunAsync(ChildLimits.OfPictures, 0, arguments, cancellation)).Verdict;
        }
        finally
        {
            _turn.Release();
        }
    }

    // Of the animated formats only this one tells by its name; the others come to nothing in the child.
    private static bool IsAnimation(string file) => file.EndsWith(".gif", StringComparison.Ordinal);

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
