using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Palette;

public class PaletteTests
{
    private const string Address = $"/admin/sites/{SiteHost.Agency}/palette";

    [Test]
    public async Task Items_are_found_as_people_type_without_Tajik_letters()
    {
        var host = await SharedHost.GetAsync();
        await using var writer = TestDesk.Open(host);
        var id = await writer.SaveAsync(("tg", "Қабули шаҳрвандон дар ҷамоат палитра"));
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var page = await desk.GetAsync($"{Address}?q=чамоат+кабули+палитра");

        Assert.That(page.Document.QuerySelectorAll("main .todo a").Single()
            .GetAttribute("href"), Is.EqualTo($"/admin/sites/{SiteHost.Agency}/content/{id}"));
    }

    [TestCase("tg", "сабад", "/bin")]
    [TestCase("ru", "корзина", "/bin")]
    [TestCase("en", "dashboard", "")]
    [TestCase("ru", "создать новост", "/content/new/News")]
    public async Task Actions_are_found_in_the_editors_language(string culture, string query, string path)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Editor, culture: culture);

        var page = await desk.GetAsync($"{Address}?q={Uri.EscapeDataString(query)}");

        Assert.That(page.Document.QuerySelectorAll("main .todo a")
            .Select(link => link.GetAttribute("href")), Does.Contain($"/admin/sites/{SiteHost.Agency}{path}"));
    }

    [Test]
    public async Task An_author_is_not_led_to_what_is_closed_to_authors()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author, culture: "en");

        var page = await desk.GetAsync($"{Address}?q=people");

        Assert.That(page.Document.QuerySelectorAll("main .todo a")
            .Select(link => link.GetAttribute("href")), Has.None.Contains("/people"));
    }

    [Test]
    public async Task Never_more_than_ten_are_shown()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.AgencyAdministrator);

        Assert.That((await desk.GetAsync($"{Address}?q=а")).Document.QuerySelectorAll("main .todo a")
            .Length, Is.EqualTo(10));
    }

    [Test]
    public async Task Another_sites_palette_is_unknown()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.AgencyAdministrator);

        Assert.That((await desk.GetAsync($"/admin/sites/{SiteHost.OtherAgency}/palette?q=а")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Single_letter_keys_can_be_turned_off_and_stay_off()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var before = await desk.GetAsync(Address);

        await desk.PostAsync("/admin/keys", "/admin/keys", ("off", "true"));
        var after = await desk.GetAsync(Address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Document.QuerySelector("#palette")!.GetAttribute("data-keys"), Is.EqualTo("on"));
            Assert.That(after.Document.QuerySelector("#palette")!.GetAttribute("data-keys"), Is.EqualTo("off"));
        }
    }
}
