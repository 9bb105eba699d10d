using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Stories;

/// <summary>Hands that never touch a mouse.</summary>
public sealed class Keyboard(IPage page)
{
    // More stops than any page before its main part has.
    private const int TooFar = 80;

    private const string FocusIsSeen = """
        element => {
          const look = getComputedStyle(element);
          const place = element.getBoundingClientRect();
          return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0 && place.width > 1 && place.height > 1
            && place.bottom > 0 && place.top < innerHeight;
        }
        """;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.InsertTextAsync(text);

    /// <summary>
    /// Presses Tab until an element that the selector finds has the focus; each stop on the way must be seen.
    /// </summary>
    public async Task TabToAsync(string selector)
    {
        for (var stop = 0; stop < TooFar; stop++)
        {
            await PressAsync("Tab");
            var focused = page.Locator("*:focus");
            if (await focused.CountAsync() == 0)
            {
                // Past the last stop the focus is the browser's, and then comes round.
                continue;
            }

            Assert.That(await focused.EvaluateAsync<bool>(FocusIsSeen), Is.True,
                $"stop {stop} on the way to {selector}: {await focused.EvaluateAsync<string>("element => element.outerHTML.slice(0, 200)")}");
            if (await focused.EvaluateAsync<bool>("(element, selector) => element.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"Tab never comes to {selector} on {page.Url}");
    }

    /// <summary>Presses a key that leads to another page.</summary>
    public async Task LeaveByAsync(string key)
    {
        var here = page.Url;
        await PressAsync(key);
        await page.WaitForURLAsync(address => address != here);
    }

    public async Task FollowAsync(string selector)
    {
        await TabToAsync(selector);
        await LeaveByAsync("Enter");
    }
}
