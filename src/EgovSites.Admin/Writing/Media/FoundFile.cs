using EgovSites.Admin.Layouts;
using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Admin.Writing.Media;

/// <summary>A library file as scripts of the desk see it.</summary>
public sealed record FoundFile(string Id, string Name, string Alt, string? Thumb, string Url, int Width, int Height,
    long Bytes, string Type, bool HasNoText)
{
    // A picture's address is that of its largest copy, which is what pages show.
    public static FoundFile Of(Tenant tenant, MediaFile file, string culture)
    {
        var widest = file.WidthList.Any() ? MediaName.Of(file.Version, $"{file.WidthList.Last()}.webp")
            : MediaName.Original;
        return new FoundFile(
            file.Id, file.FileName, file.Decorative ? "" : file.Alt[culture],
            file.IsPicture ? SiteAddress.Media(tenant, file.Id, Thumbnail.Of(file)) : null,
            SiteAddress.Media(tenant, file.Id, widest),
            file.Width, file.Height, file.Bytes, file.ContentType, file.HasNoText);
    }
}
