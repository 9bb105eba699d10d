using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Stored;

namespace EgovSites.Platform.Publishing.Files;

/// <summary>
/// A picture or file as a publication holds it: with all that a page needs, so that reading asks no further.
/// </summary>
public static class PublishedMedia
{
    public static JsonObject Of(MediaFile file, string culture) => new()
    {
        ["id"] = file.Id,
        ["name"] = file.FileName,
        ["type"] = file.ContentType,
        ["bytes"] = file.Bytes,
        ["width"] = file.Width,
        ["height"] = file.Height,
        ["widths"] = file.Widths,
        ["formats"] = file.Formats,
        ["card"] = file.Card,
        ["version"] = file.Version,
        ["focusX"] = file.FocusX,
        ["focusY"] = file.FocusY,
        ["alt"] = file.Decorative ? "" : file.Alt[culture],
        ["caption"] = file.Caption[culture],
        ["credit"] = file.Credit,
    };
}
