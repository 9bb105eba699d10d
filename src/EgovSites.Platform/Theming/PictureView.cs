using System.Globalization;
using System.Text.Json.Nodes;

namespace EgovSites.Platform.Theming;

/// <summary>A published picture with its sizes and its description in the page's language.</summary>
public sealed record PictureView(string Id, string Name, int Width, int Height, IReadOnlyList<int> Widths, string Alt)
{
    public static PictureView Of(JsonNode media) => new(
        media["id"]!.GetValue<string>(),
        media["name"]!.GetValue<string>(),
        media["width"]!.GetValue<int>(),
        media["height"]!.GetValue<int>(),
        [.. media["widths"]!.GetValue<string>().Split(',', StringSplitOptions.RemoveEmptyEntries).Select(width => int.Parse(width, CultureInfo.InvariantCulture))],
        media["alt"]!.GetValue<string>());

    /// <summary>The file name of the smallest copy that is at least this wide, or of the largest there is.</summary>
    public string FileFor(int width) => Widths.Count == 0
        ? "original"
        : string.Create(CultureInfo.InvariantCulture, $"{Widths.FirstOrDefault(one => one >= width, Widths[^1])}.webp");
}
