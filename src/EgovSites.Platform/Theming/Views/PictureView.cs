using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Publications;

namespace EgovSites.Platform.Theming.Views;

/// <summary>A published picture with its sizes and its words in the page's language.</summary>
public sealed record PictureView(string Id, string Name, int Width, int Height, IReadOnlyList<int> Widths, string Alt)
{
    public bool HasAvif { get; init; }

    /// <summary>
    /// The name of the crop around the point of focus, without its ending; empty where there is none.
    /// </summary>
    public string Card { get; init; } = "";

    public int Version { get; init; } = 1;

    /// <summary>Percent from the left and from the top: what a crop must keep in sight.</summary>
    public (int X, int Y) Focus { get; init; } = (50, 50);

    public string Caption { get; init; } = "";

    public string Credit { get; init; } = "";

    // Publications from before a property existed lack it.
    public static PictureView Of(JsonNode media) => new(
        media["id"]!.GetValue<string>(),
        media["name"]!.GetValue<string>(),
        media["width"]!.GetValue<int>(),
        media["height"]!.GetValue<int>(),
        [.. media["widths"]!.GetValue<string>().Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(width => int.Parse(width, CultureInfo.InvariantCulture))],
        media["alt"]!.GetValue<string>())
    {
        HasAvif = Text(media, "formats") == "avif",
        Card = Text(media, "card"),
        Version = Number(media, "version", 1),
        Focus = (Number(media, "focusX", 50), Number(media, "focusY", 50)),
        Caption = Text(media, "caption"),
        Credit = Text(media, "credit"),
    };

    /// <summary>The picture that stands for an item, or null.</summary>
    public static PictureView? FirstOf(Publication page) =>
        (page.Fields[FieldNames.Picture] as JsonArray)?.FirstOrDefault(
            file => file!["width"]!.GetValue<int>() > 0) is { } picture ? Of(picture) : null;

    /// <summary>The file name of the smallest copy that is at least this wide, or of the largest there is.</summary>
    public string FileFor(int width) => Widths.Count == 0
        ? MediaName.Of(Version, MediaName.Original)
        : FileOf(Widths.FirstOrDefault(one => one >= width, Widths[^1]), "webp");

    /// <summary>The file name of the copy of one width, in one format.</summary>
    public string FileOf(int width, string format) =>
        MediaName.Of(Version, string.Create(CultureInfo.InvariantCulture, $"{width}.{format}"));

    /// <summary>The file name of the crop, in one format.</summary>
    public string CardIn(string format) => MediaName.Of(Version, $"{Card}.{format}");

    /// <summary>Classes that keep the focus in sight where a browser crops: a quarter is near enough.</summary>
    public string FocusClasses => Class('x', Focus.X) + Class('y', Focus.Y);

    private static string Class(char axis, int percent) =>
        (percent + 12) / 25 * 25 is var near && near == 50 ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {axis}-{near}");

    private static string Text(JsonNode media, string name) => media[name]?.GetValue<string>() ?? "";

    private static int Number(JsonNode media, string name, int otherwise) => media[name]?.GetValue<int>() ?? otherwise;
}
