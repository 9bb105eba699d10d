using EgovSites.BrowserTests.Stories;
using EgovSites.Platform.Accounts;
using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Writing;

/// <summary>The three languages side by side: the same field on the same line.</summary>
public sealed class PanesTests
{
    private const string LengthenHeads = """
        () => {
          const error = document.createElement('p');
          error.className = 'error';
          error.textContent = 'Слишком длинный заголовок, он не поместится на обложке и в поиске. '.repeat(3);
          document.querySelector('.pane.ru .field-head:has([for="ru-Title"])').append(error);
          document.querySelector('.pane.en .field-head:has([for="en-Body"])').append(Object.assign(document.createElement('p'), { className: 'hint', textContent: 'Two sentences. '.repeat(20) }));
          document.querySelectorAll('.pane .fold').forEach(fold => fold.open = true);
        }
        """;

    // Heads, toolbars, controls and what stands below them, each by its place in the pane.
    private const string Tops = """
        culture => [...document.querySelectorAll(`.pane.${culture} .field`)].flatMap(field => [field, ...field.querySelectorAll('.field-head, legend, .marks, .rich, .input')])
          .filter(part => part.getClientRects().length > 0).map(part => Math.round(part.getBoundingClientRect().top))
        """;

    [Test]
    public async Task The_same_field_stands_on_the_same_line_in_all_columns(
        [Values("News", "Leader", "Service")] string type)
    {
        await using var visitor = await Visitor.ComeAsync();
        var link = await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, $"sutun-{type}@example.tj");
        await new Gate(visitor).JoinAsync(link, "Нигина Саидова", "ru");
        await visitor.OpenAsync($"/admin/sites/{BrowserRun.OtherAgency}/content/new/{type}");
        await visitor.Page.WaitForSelectorAsync(".pane.en .rich");
        var page = visitor.Page;

        await AssertAlignedAsync(page);
        await page.EvaluateAsync(LengthenHeads);
        await page.TakePictureAsync($"panes-{type}", Screen.Desk);

        await AssertAlignedAsync(page);
    }

    private static async Task AssertAlignedAsync(IPage page)
    {
        var tops = await page.EvaluateAsync<int[]>(Tops, "tg");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tops, Has.Length.GreaterThan(6).And.Ordered);
            Assert.That(await page.EvaluateAsync<int[]>(Tops, "ru"), Is.EqualTo(tops));
            Assert.That(await page.EvaluateAsync<int[]>(Tops, "en"), Is.EqualTo(tops));
        }
    }
}
