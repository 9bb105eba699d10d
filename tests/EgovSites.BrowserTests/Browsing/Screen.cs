using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Browsing;

public sealed record Screen(int Width, int Height)
{
    public static Screen Phone { get; } = new(360, 740);

    public static Screen Desk { get; } = new(1280, 900);

    public ViewportSize Size => new() { Width = Width, Height = Height };
}
