using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Stories;

/// <summary>The way into the back office.</summary>
public sealed class Gate(Visitor visitor)
{
    public const string Password = "панҷ анори ширин";

    private IPage Page => visitor.Page;

    /// <summary>Opens a one-time link, says who one is, and sets a password.</summary>
    public async Task JoinAsync(string link, string name, string language)
    {
        await visitor.OpenAsync(link);
        await Page.FillAsync("#FullName", name);
        await Page.SelectOptionAsync("#Language", language);
        await Page.FillAsync("#Password", Password);
        await Page.ClickAsync("main form button");
        // The session is there with the answer; its page's "load" goes unheard now and then on a busy machine.
        await Page.WaitForURLAsync(address =>
            !address.Contains("/invitation/", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
    }

    public async Task SignInAsync(string email, string password)
    {
        await visitor.OpenAsync("/admin/sign-in");
        await Page.FillAsync("#Email", email);
        await Page.FillAsync("#Password", password);
        await Page.ClickAsync("main form button");
    }
}
