using System.Globalization;
using EgovSites.Platform.Content.Stored;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>The smallest copies of a picture, which are plenty for the back office.</summary>
public static class Thumbnail
{
    /// <summary>The whole picture.</summary>
    public static string Of(MediaFile file) => file.WidthList.Any()
        ? MediaName.Of(file.Version, string.Create(CultureInfo.InvariantCulture, $"{file.WidthList.Min()}.webp"))
        : MediaName.Original;

    /// <summary>The crop, four by three, where there is one.</summary>
    public static string CardOf(MediaFile file) =>
        file.Card.Length > 0 ? MediaName.Of(file.Version, $"{file.Card}.webp") : Of(file);
}
