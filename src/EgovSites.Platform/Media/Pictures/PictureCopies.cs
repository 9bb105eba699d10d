using System.Globalization;

namespace EgovSites.Platform.Media;

/// <summary>Makes clean and smaller copies of pictures with libvips; without the program, pictures stay as they came.</summary>
public sealed class PictureCopies : IDisposable
{
    /// <summary>The widths of copies, in pixels; only those below the picture's own are made.</summary>
    public static IReadOnlyList<int> Widths { get; } = [480, 960, 1280];

    // What is offered as the whole picture: large enough for print, without the camera's data and place.
    private const int LargestWidth = 2560;

    // For the few browsers without AVIF: more effort takes half as long again and saves next to nothing.
    private const string WebP = "webp[Q=78,strip,effort=2]";
    private const string Avif = "avif[Q=55,effort=2,strip,compression=av1]";

    private readonly Vips _vips = new();

    /// <summary>Whether this machine has the program (Debian package libvips-tools).</summary>
    public bool IsAvailable => _vips.IsAvailable;

    /// <summary>Replaces a picture by an upright one without its camera data; false when the file cannot be decoded.</summary>
    public async Task<bool> CleanAsync(string file, MediaKind kind, CancellationToken cancellation)
    {
        var clean = $"{file}.clean.{kind.Extension}";
        var options = kind.Extension is "png" or "gif" ? "[strip]" : "[strip,Q=90]";
        if (!await ShrinkAsync(Source(file), clean + options, Math.Min(Math.Max(kind.Width, kind.Height), LargestWidth), cancellation))
        {
            return false;
        }

        File.Move(clean, file, overwrite: true);
        return true;
    }

    /// <summary>Writes <c>{width}.webp</c> and <c>{width}.avif</c> beside the picture, and the crop around its middle.</summary>
    public async Task<MadeCopies> MakeAsync(string file, MediaKind picture, CancellationToken cancellation)
    {
        var widths = Widths.Where(one => one < picture.Width).ToList();
        // AVIF here keeps the first picture of an animation only.
        var modern = IsAnimation(file) ? Task.FromResult<List<int>>([]) : MakeAsync(file, widths, Avif, cancellation);
        var card = CropAsync(file, picture.Width, picture.Height, 50, 50, cancellation);
        var made = await MakeAsync(file, widths, WebP, cancellation);
        var bytes = made.ConvertAll(width => new FileInfo(CopyOf(file, width, "webp")).Length);
        return new MadeCopies(made, bytes, made.Count > 0 && (await modern).SequenceEqual(made) ? "avif" : "", await card);
    }

    /// <summary>Writes the crop that keeps a point in sight, and gives its name; empty where none could be made.</summary>
    public async Task<string> CropAsync(string file, int width, int height, int focusX, int focusY, CancellationToken cancellation)
    {
        if (!IsAvailable || IsAnimation(file) || CardFrame.Of(width, height, focusX, focusY) is not { } frame)
        {
            return "";
        }

        var name = MediaName.Card(focusX, focusY);
        var target = Path.Combine(Path.GetDirectoryName(file)!, name);
        if (File.Exists($"{target}.webp") && File.Exists($"{target}.avif"))
        {
            return name;
        }

        // Uncompressed: it lives for a moment.
        var part = $"{target}.part.tif";
        try
        {
            return await _vips.RunAsync(["crop", file, part, .. frame.Arguments], cancellation)
                && await ShrinkAsync(part, $"{target}.{WebP}", CardFrame.Width, cancellation)
                && await ShrinkAsync(part, $"{target}.{Avif}", CardFrame.Width, cancellation) ? name : "";
        }
        finally
        {
            File.Delete(part);
        }
    }

    public void Dispose() => _vips.Dispose();

    private async Task<List<int>> MakeAsync(string file, IEnumerable<int> widths, string format, CancellationToken cancellation)
    {
        var made = new List<int>();
        foreach (var width in widths)
        {
            if (await ShrinkAsync(Source(file), CopyOf(file, width, format), width, cancellation))
            {
                made.Add(width);
            }
        }

        return made;
    }

    private static string CopyOf(string file, int width, string format) =>
        Path.Combine(Path.GetDirectoryName(file)!, string.Create(CultureInfo.InvariantCulture, $"{width}.{format}"));

    private Task<bool> ShrinkAsync(string source, string target, int width, CancellationToken cancellation) => _vips.RunAsync(
        ["thumbnail", source, target, width.ToString(CultureInfo.InvariantCulture), "--height", "10000000", "--size", "down", "--fail-on", "error"], cancellation);

    private static bool IsAnimation(string file) => file.EndsWith(".gif", StringComparison.Ordinal);

    private static string Source(string file) => IsAnimation(file) ? $"{file}[n=-1]" : file;
}
