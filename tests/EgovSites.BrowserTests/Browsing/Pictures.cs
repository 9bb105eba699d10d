using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Browsing;

/// <summary>
/// Keeps pictures of pages in the folder that <c>EGOV_SCREENSHOTS</c> names; without it, none are taken.
/// </summary>
public static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("EGOV_SCREENSHOTS");

    public static async Task TakePictureAsync(this IPage page, string name, Screen screen)
    {
        if (string.IsNullOrEmpty(Folder))
        {
            return;
        }

        var culture = await page.GetAttributeAsync("html", "lang");
        var path = Path.Combine(Folder, $"{name}-{culture}-{screen.Width}.png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
    }
}
