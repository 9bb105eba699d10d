using NetVips;

namespace EgovSites.BrowserTests.Handbook;

/// <summary>
/// The handbook's pictures of one language, written into the folder that <c>EGOV_HANDBOOK</c> names; without it, none
/// are.
/// </summary>
public sealed class Album(string culture)
{
    // Text stays readable at this width and quality, and a picture of the desk stays below 60 KB.
    private const int Width = 992;
    private const int Quality = 60;

    private static readonly string? Folder = Environment.GetEnvironmentVariable("EGOV_HANDBOOK");

    public static Screen Frame { get; } = new(1240, 800);

    public async Task TakeAsync(Visitor visitor, string name)
    {
        if (string.IsNullOrEmpty(Folder))
        {
            return;
        }

        var picture = Path.GetTempFileName();
        await visitor.Page.ScreenshotAsync(new() { Path = picture, Type = Microsoft.Playwright.ScreenshotType.Png });
        Directory.CreateDirectory(Path.Combine(Folder, culture));
        using var small = Image.Thumbnail(picture, Width);
        small.Webpsave(Path.Combine(Folder, culture, $"{name}.webp"), q: Quality, keep: Enums.ForeignKeep.None);
        File.Delete(picture);
    }
}
