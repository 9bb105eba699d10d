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
            await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            await visitor.Page.TakePictureAsync(name, screen);
            Assert.That(await visitor.FindFaultsAsync(screen), Is.Empty, $"{visitor.Page.Url} at {screen.Width}");
        }
    }

    /// <summary>All that is wrong with the open page: barriers that axe knows, sideways scrolling, and what went wrong behind it.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(this Visitor visitor, Screen screen)
    {
        var axe = await visitor.Page.RunAxe(Rules);
        var width = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var barriers = axe.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}"));
        var overflow = width > screen.Width ? new[] { $"scrolls sideways: {width} px" } : [];
        return [.. visitor.Faults, .. overflow, .. barriers];
    }
}
