using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Pages;

/// <summary>What a phone shows before a page of a site begins.</summary>
public sealed class PhoneHeaderTests
{
    private const int Highest = 150;

    private const string Measure = """
        () => {
          const header = document.querySelector('header.site').getBoundingClientRect();
          const heading = document.querySelector('main h1, main h2').getBoundingClientRect();
          return [header.top, header.bottom, heading.top].map(Math.ceil);
        }
        """;

    [Test]
    public async Task The_header_leaves_room_for_the_page_whatever_the_name(
        [Values(BrowserRun.Agency, BrowserRun.PicturedAgency, BrowserRun.LongestInRussian,
            BrowserRun.LongestInEnglish)] string agency,
        [Values("tg", "ru", "en")] string culture, [Values] bool hasScript)
    {
        await using var reader = await Visitor.ComeAsync(Screen.Phone, hasScript);
        foreach (var page in new[] { "", "/news", "/feedback" })
        {
            await reader.OpenAsync($"/site/{agency}/{culture}{page}");

            var places = await reader.Page.EvaluateAsync<int[]>(Measure);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(places[1] - places[0], Is.LessThanOrEqualTo(Highest), page);
                Assert.That(places[2], Is.GreaterThanOrEqualTo(places[1]), page);
            }
        }
    }

    [Test]
    public async Task Languages_and_the_eye_are_named_in_full_for_those_who_hear_the_page()
    {
        await using var reader = await Visitor.ComeAsync(Screen.Phone);
        await reader.OpenAsync($"/site/{BrowserRun.Agency}/ru");
        var header = reader.Page.Locator("header.site");

        foreach (var name in new[] { "Тоҷикӣ", "Русский", "English", "Для слабовидящих" })
        {
            await Assertions.Expect(header.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }))
                .ToBeVisibleAsync();
        }

        foreach (var name in new[] { "Меню", "Поиск" })
        {
            await Assertions.Expect(header.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First)
                .ToBeVisibleAsync();
        }
    }
}
