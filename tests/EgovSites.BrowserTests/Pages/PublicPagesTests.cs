using EgovSites.BrowserTests.Stories;
using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Pages;

public sealed class PublicPagesTests
{
    private const string Finance = $"/site/{BrowserRun.Agency}";
    private const string Health = $"/site/{BrowserRun.PicturedAgency}";

    // A word that stands in the samples of every body.
    private const string Sought = "мутахассис";

    [TestCase("portal-home", "/tg")]
    [TestCase("portal-home", "/ru")]
    [TestCase("portal-home", "/en")]
    [TestCase("portal-agencies", "/tg/agencies")]
    [TestCase("portal-agencies", "/ru/agencies")]
    [TestCase("portal-news", "/tg/news")]
    [TestCase("portal-vacancies", "/tg/vacancies")]
    [TestCase("portal-vacancies", "/en/vacancies")]
    [TestCase("portal-search", $"/tg/search?q={Sought}")]
    [TestCase("portal-feedback", "/tg/feedback")]
    [TestCase("portal-sitemap", "/tg/sitemap")]
    [TestCase("agency-home", $"{Health}/tg")]
    [TestCase("agency-home", $"{Health}/ru")]
    [TestCase("agency-home", $"{Health}/en")]
    [TestCase("city-home", $"/site/{BrowserRun.OtherAgency}/tg")]
    [TestCase("news", $"{Finance}/tg/news")]
    [TestCase("news", $"{Finance}/ru/news")]
    [TestCase("announcements", $"{Finance}/tg/announcements")]
    [TestCase("vacancies", $"{Finance}/tg/vacancies")]
    [TestCase("documents", $"{Finance}/tg/documents")]
    [TestCase("leadership", $"{Finance}/tg/leadership")]
    [TestCase("contacts", $"{Finance}/tg/contacts")]
    [TestCase("contacts", $"{Finance}/en/contacts")]
    [TestCase("events", $"{Finance}/tg/events")]
    [TestCase("services", $"{Finance}/tg/services")]
    [TestCase("questions", $"{Finance}/tg/questions")]
    [TestCase("albums", $"{Finance}/tg/albums")]
    [TestCase("tenders", $"{Finance}/tg/tenders")]
    [TestCase("about", $"{Finance}/tg/pages/about")]
    [TestCase("search", $"{Finance}/tg/search?q={Sought}")]
    [TestCase("search-empty", $"{Finance}/tg/search?q=абвгд")]
    [TestCase("sitemap", $"{Finance}/tg/sitemap")]
    [TestCase("feedback", $"{Finance}/tg/feedback")]
    [TestCase("feedback", $"{Finance}/ru/feedback")]
    [TestCase("status", $"{Finance}/tg/feedback/status")]
    public async Task A_page_serves_everybody_on_a_phone_and_on_a_desk(string name, string address)
    {
        await using var visitor = await Visitor.ComeAsync();
        Assert.That(await visitor.OpenAsync(address), Is.EqualTo(200));

        await visitor.AssertSoundAsync(name);
        Assert.That(await visitor.CookiesAsync(), Is.Empty, "a public page sets no cookie");
    }

    [TestCase("news", "tg")]
    [TestCase("news", "ru")]
    [TestCase("announcements", "tg")]
    [TestCase("vacancies", "tg")]
    [TestCase("vacancies", "en")]
    [TestCase("documents", "tg")]
    [TestCase("leadership", "tg")]
    [TestCase("events", "tg")]
    [TestCase("services", "tg")]
    [TestCase("albums", "tg")]
    [TestCase("tenders", "tg")]
    public async Task An_item_serves_everybody_on_a_phone_and_on_a_desk(string section, string culture)
    {
        await using var visitor = await Visitor.ComeAsync();
        await visitor.OpenAsync($"{Health}/{culture}/{section}");

        await visitor.Page.Locator($"main a[href*='/{culture}/{section}/']").First.ClickAsync();
        await visitor.Page.WaitForURLAsync($"**/{culture}/{section}/*");

        await visitor.AssertSoundAsync($"{section}-item");
    }

    [TestCase("/tg/nothing/here")]
    [TestCase($"{Finance}/tg/nothing/here")]
    public async Task A_missing_page_serves_everybody_too(string address)
    {
        await using var visitor = await Visitor.ComeAsync();
        Assert.That(await visitor.OpenAsync(address), Is.EqualTo(404));

        await visitor.AssertSoundAsync(address.StartsWith("/site", StringComparison.Ordinal) ? "missing"
            : "portal-missing");
    }

    [TestCase("portal-home-dark", "/tg")]
    [TestCase("agency-home-dark", $"{Health}/tg")]
    [TestCase("feedback-dark", $"{Finance}/tg/feedback")]
    public async Task A_page_is_legible_on_a_dark_device(string name, string address)
    {
        await using var visitor = await Visitor.ComeAsync(scheme: ColorScheme.Dark);
        await visitor.OpenAsync(address);

        await visitor.AssertSoundAsync(name);
    }

    [TestCase("portal-home-vision", "/tg?v=wb2")]
    [TestCase("agency-home-vision", $"{Health}/tg?v=wb2")]
    [TestCase("news-vision", $"{Health}/tg/news?v=bw3")]
    public async Task The_version_for_the_visually_impaired_shows_no_pictures_and_stays(string name, string address)
    {
        await using var visitor = await Visitor.ComeAsync();
        await visitor.OpenAsync(address);
        await visitor.AssertSoundAsync(name);
        Assert.That(await visitor.Page.Locator("main img").CountAsync(), Is.Zero);

        await visitor.Page.Locator("main a[href*='/news/']").First.ClickAsync();

        Assert.That(visitor.Page.Url, Does.Contain(address[address.IndexOf("v=", StringComparison.Ordinal)..]));
    }

    [Test]
    public async Task A_form_with_errors_serves_everybody()
    {
        await using var visitor = await Visitor.ComeAsync();
        await visitor.OpenAsync($"{Finance}/tg/feedback");
        await visitor.Page.ClickAsync("form[data-draft] button");

        var summary = visitor.Page.Locator(".notice.stop");
        await Assertions.Expect(summary).ToBeFocusedAsync();

        await visitor.AssertSoundAsync("feedback-errors");
    }

    [Test]
    public async Task A_receipt_and_the_status_of_an_appeal_serve_everybody()
    {
        await using var visitor = await Visitor.ComeAsync();
        var citizen = new Citizen(visitor, BrowserRun.Agency);
        var receipt = await citizen.SendAsync(Appeal.AboutTheRoad);
        await visitor.AssertSoundAsync("receipt");

        await citizen.AskForStatusAsync(receipt);

        await Assertions.Expect(visitor.Page.Locator(".timeline")).ToBeVisibleAsync();
        await visitor.AssertSoundAsync("status-found");
    }
}
