using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Stories;

/// <summary>Somebody who writes and answers for one agency.</summary>
public sealed class PressOfficer(Visitor visitor, string agency)
{
    private readonly string _desk = $"/admin/sites/{agency}";

    private IPage Page => visitor.Page;

    public async Task BeginNewsAsync()
    {
        await visitor.OpenAsync(_desk);
        await Page.ClickAsync(".top a[href$='/content/new/News']");
        await Page.WaitForSelectorAsync("#tg-Title");
    }

    public async Task WriteAsync(IReadOnlyDictionary<string, NewsItem> item)
    {
        foreach (var (culture, words) in item)
        {
            await Page.FillAsync($"#{culture}-Title", words.Title);
            await Page.FillAsync($"#{culture}-Summary", words.Summary);
            await WriteBodyAsync(culture, words.Body);
        }
    }

    /// <summary>Fills in a text as Markdown: with script, the rich editor stands before the field.</summary>
    public async Task WriteBodyAsync(string culture, string markdown)
    {
        var source = Page.Locator($".field:has(#{culture}-Body) [data-mark='source']");
        var isRich = await source.IsVisibleAsync();
        if (isRich)
        {
            await source.ClickAsync();
        }

        await Page.FillAsync($"#{culture}-Body", markdown);
        if (isRich)
        {
            await source.ClickAsync();
        }
    }

    public async Task AddPictureAsync(string path, IReadOnlyDictionary<string, NewsItem> item)
    {
        await Page.SetInputFilesAsync("#shared-Picture-upload", path);
        await Page.ClickAsync("details:has(#newalt-shared-Picture-tg) > summary");
        foreach (var (culture, words) in item)
        {
            await Page.FillAsync($"#newalt-shared-Picture-{culture}", words.PictureText);
        }
    }

    /// <summary>Publishes all languages; gives the public addresses that the notice names.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PublishAllAsync()
    {
        await Page.ClickAsync("button[value='publish:all']");
        var links = Page.Locator(".notice.good li a");
        await Assertions.Expect(links).ToHaveCountAsync(3);
        var published = new Dictionary<string, string>();
        foreach (var link in await links.AllAsync())
        {
            published[(await link.GetAttributeAsync("lang"))!] = (await link.GetAttributeAsync("href"))!;
        }

        return published;
    }

    public async Task OpenAppealAsync(string number)
    {
        await visitor.OpenAsync(_desk);
        await Page.ClickAsync(".side-nav a[href$='/appeals']");
        await Page.ClickAsync($"tr:has-text('{number}') th a");
        await Page.WaitForSelectorAsync("#answer");
    }

    public async Task AnswerAsync(string text)
    {
        await Page.FillAsync("#answer", text);
        await Page.ClickAsync("form[action$='/decisions/answer'] button");
        await Assertions.Expect(Page.Locator(".thread")).ToContainTextAsync(text);
    }
}
