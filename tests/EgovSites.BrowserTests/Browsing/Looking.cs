using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Browsing;

/// <summary>What must hold for every page, whoever made it.</summary>
public static class Looking
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Judges the open page on a phone and on a desk, and takes its picture on both.</summary>
    public static async Task AssertSoundAsync(this Visitor visitor, string name)
    {
        foreach (var screen in new[] { Screen.Phone, Screen.Desk })
        {
            await visitor.AssertSoundAsync(name, screen);
        }
    }

    public static async Task AssertSoundAsync(this Visitor visitor, string name, Screen screen)
    {
        var page = visitor.Page;
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        await page.TakePictureAsync(name, screen);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var violations = await ViolationsAsync(page);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(width, Is.LessThanOrEqualTo(screen.Width), $"{page.Url} scrolls sideways at {screen.Width}");
            Assert.That(violations, Is.Empty, $"{page.Url} at {screen.Width}");
            Assert.That(visitor.Faults, Is.Empty, page.Url);
        }
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var found = await page.RunAxe(Rules);
        return [.. found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}"))];
    }
}
