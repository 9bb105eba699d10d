using System.Globalization;
using EgovSites.Platform.Media;

namespace EgovSites.Admin.Editing;

/// <summary>The smallest copy of a picture, which is plenty for the back office.</summary>
public static class Thumbnail
{
    public static string Of(MediaFile file) =>
        file.WidthList.Any() ? string.Create(CultureInfo.InvariantCulture, $"{file.WidthList.Min()}.webp") : MediaFolder.Original;
}
