using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Layouts;

public class SideMenuTests
{
    private const string Site = $"/admin/sites/{SiteHost.Agency}";

    [TestCase("tg", "Мавод", "Забонҳо", "Сомона", "Гурӯҳи марказӣ", "Шахсӣ")]
    [TestCase("ru", "Содержание", "Языки", "Сайт", "Центральная группа", "Личное")]
    [TestCase("en", "Content", "Languages", "Site", "Central team", "Personal")]
    public async Task The_menu_of_a_site_is_grouped(string culture, params string[] headings)
    {
        using var desk =
            await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.CentralAdministrator, culture: culture);

        var page = await desk.GetAsync(Site);

        Assert.That(page.All(".side-nav summary"), Is.EqualTo(headings));
    }

    [Test]
    public async Task Every_entry_stands_in_it_once_and_leads_somewhere()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.CentralAdministrator);

        var links = LinksOf(await desk.GetAsync(Site));

        Assert.That(links, Is.Unique);
        // The centre reads nobody's appeals.
        var entries = host.Services.GetServices<DeskEntry>().Where(entry => entry.Path != "/appeals").ToList();
        Assert.That(links, Is.SupersetOf(entries.Select(entry => (entry.IsOfSite ? Site : "/admin") + entry.Path)));
        foreach (var link in links)
        {
            Assert.That((await desk.GetAsync(link)).Status, Is.EqualTo(200), link);
        }
    }

    [TestCase("", "Мавод")]
    [TestCase("/translations", "Мавод", "Забонҳо")]
    [TestCase("/redirects", "Мавод", "Сомона")]
    [TestCase("/bin", "Мавод")]
    public async Task The_group_of_the_page_is_open_and_the_page_is_marked(string path, params string[] open)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.AgencyAdministrator);

        var page = await desk.GetAsync(Site + path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All(".side-nav details[open] > summary"), Is.EqualTo(open));
            Assert.That(page.Document.QuerySelectorAll(".side-nav [aria-current=page]")
                .Select(link => link.GetAttribute("href")), Is.EqualTo([Site + path]));
        }
    }

    [TestCase("/admin/profile/sessions")]
    [TestCase("/admin/handbook")]
    public async Task The_pages_of_ones_own_account_stand_in_a_group_of_their_own(string address)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        var page = await desk.GetAsync(address);

        Assert.That(page.Document.QuerySelectorAll(".side-nav details[open] a")
            .Select(link => link.GetAttribute("href")),
            Is.SupersetOf(
                ["/admin/profile", "/admin/profile/two-factor", "/admin/profile/passkeys", "/admin/profile/sessions",
                    "/admin/profile/notices"]));
    }

    private static List<string> LinksOf(Page page) =>
        [.. page.Document.QuerySelectorAll(".side-nav a").Select(link => link.GetAttribute("href")!)];
}
