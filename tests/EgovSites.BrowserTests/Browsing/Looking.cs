using Deque.AxeCore.Commons;

namespace EgovSites.BrowserTests.Browsing;

/// <summary>What must hold for every page, whoever made it.</summary>
public static class Looking
{
    // Put into a page once and asked twice: axe's own driver loads it four times over and opens a page for its sums.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string FindBarriers = """
        () => axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        }).then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`)))
        """;

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

    /// <summary>
    /// All that is wrong with the open page: barriers that axe knows, sideways scrolling, and what went wrong behind
    /// it.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(this Visitor visitor, Screen screen)
    {
        var width = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        string[] overflow = width > screen.Width ? [$"scrolls sideways: {width} px"] : [];
        if (!await visitor.Page.EvaluateAsync<bool>("'axe' in window"))
        {
            await visitor.Page.EvaluateAsync(Axe);
        }

        var barriers = await visitor.Page.EvaluateAsync<string[]>(FindBarriers);
        return [.. visitor.Faults, .. overflow, .. barriers];
    }
}
