using System.Collections.Concurrent;
using System.Globalization;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media.Kinds;
using EgovSites.Platform.Media.Pictures;

namespace EgovSites.Platform.Media;

/// <summary>
/// The pictures and documents that a version of the standard ships for all sites, pictures with their smaller copies
/// beside them.
/// </summary>
public sealed class SharedPictures(Standards standards)
{
    /// <summary>
    /// A picture of the standard: pixels and the widths of its copies, ascending, comma-separated; a document has
    /// neither.
    /// </summary>
    public sealed record Picture(string Name, string ContentType, long Bytes, int Width, int Height, string Widths);

    private readonly ConcurrentDictionary<string, Picture?> _known = new(StringComparer.Ordinal);

    public Picture? Find(Standard standard, string name) =>
        _known.GetOrAdd($"{standard.Version}/{name}", _ => Read(standard, name));

    /// <summary>
    /// The file behind <see cref="MediaFile.Shared"/>, or null when the standard has none of that name.
    /// </summary>
    public string? FileOf(string shared, string wanted)
    {
        var parts = shared.Split('/');
        var standard = standards[parts[0]];
        if (Find(standard, parts[1]) is not { } picture)
        {
            return null;
        }

        var folder = Path.Combine(standard.Folder, "media");
        return wanted == "original" ? Path.Combine(folder, picture.Name)
            : picture.Widths.Split(',').Select(width => $"{width}.webp").Contains(wanted)
            ? Path.Combine(folder, CopyName(picture.Name, wanted))
            : null;
    }

    private static string CopyName(string name, string wanted) => $"{Path.GetFileNameWithoutExtension(name)}.{wanted}";

    private static Picture? Read(Standard standard, string name)
    {
        var folder = Path.Combine(standard.Folder, "media");
        var file = Directory.Exists(folder)
            ? Directory.GetFiles(folder)
                .FirstOrDefault(path => Path.GetFileName(path) == name && Path.GetExtension(path) is (".jpg" or ".pdf"))
            : null;
        if (file is null)
        {
            return null;
        }

        using var content = File.OpenRead(file);
        var kind = FileSniffer.Look(content, name).Kind
            ?? throw new InvalidDataException($"{file} is neither a picture nor a document.");
        var size = PictureHeader.Read(content) ?? default;
        var widths = Directory.GetFiles(folder, $"{Path.GetFileNameWithoutExtension(name)}.*.webp")
            .Select(path => int.Parse(Path.GetFileName(path).Split('.')[1], CultureInfo.InvariantCulture)).Order();
        return new Picture(name, kind.ContentType, content.Length, size.Width, size.Height, string.Join(',', widths));
    }
}
