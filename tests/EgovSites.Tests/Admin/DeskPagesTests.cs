using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin;

public class DeskPagesTests
{
    private static readonly string[] OfSite = ["", "/content", "/content/new/News", "/due", "/palette", "/menu",
        "/redirects", "/redirects/import", "/media", "/people", "/audit", "/bin", "/translations", "/requests",
        "/previews", "/home"];

    [Test]
    public async Task Every_page_speaks_the_editors_language([Values("tg", "ru", "en")] string culture)
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, culture: culture);

        foreach (var path in OfSite)
        {
            var page = await desk.GetAsync($"/admin/sites/{SiteHost.Agency}{path}");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(page.Status, Is.EqualTo(200), path);
                Assert.That(page.Document.DocumentElement.GetAttribute("lang"), Is.EqualTo(culture), path);
            }
        }
    }

    [Test]
    public async Task Nothing_of_another_site_is_found_and_strangers_are_asked_to_sign_in()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        using var stranger = new DeskClient(host);

        foreach (var path in OfSite)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That((await desk.GetAsync($"/admin/sites/{SiteHost.OtherAgency}{path}"))
                    .Status, Is.EqualTo(404), path);
                Assert.That((await desk.GetAsync($"/admin/sites/no-such-site{path}")).Status, Is.EqualTo(404), path);
                Assert.That((await stranger.GetAsync($"/admin/sites/{SiteHost.Agency}{path}"))
                    .Status, Is.EqualTo(302), path);
            }
        }
    }

    [TestCase("/admin/sites", Role.AgencyAdministrator)]
    [TestCase($"/admin/sites/{SiteHost.Agency}/people", Role.Editor)]
    public async Task A_page_above_the_role_is_forbidden(string address, Role role)
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, role);

        Assert.That((await desk.GetAsync(address)).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task The_session_cookie_stays_below_the_back_office()
    {
        var host = await SharedHost.GetAsync();
        using var desk = new DeskClient(host);
        var link = await desk.InviteAsync(host.Tenant(SiteHost.Agency).Id, Role.Author);

        var entered = await desk.RedeemAsync(link);
        var cookie = entered.Response.Headers.GetValues("Set-Cookie")
            .Single(value => value.StartsWith("egov-desk=", StringComparison.Ordinal));

        Assert.That(cookie, Does.Contain("path=/admin").And.Contain("httponly").And.Contain("samesite=lax"));
    }
}
