using EgovSites.Platform.Accounts;
using EgovSites.Platform.Tenancy;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Centre.Sites;

public class SitesPageTests
{
    [TestCase("tg")]
    [TestCase("ru")]
    [TestCase("en")]
    public async Task A_site_is_suspended_only_after_a_question_that_names_it(string culture)
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var centre = await DeskClient.SignInAsync(host, Role.CentralAdministrator, culture: culture);
        var site = host.Tenant(SiteHost.Agency);

        var page = await centre.GetAsync("/admin/sites");
        var question = page.Document.QuerySelector($"details.asked:has(button[value='{site.Id}'])");
        var done =
            await centre.PostAsync("/admin/sites", "/admin/sites?handler=Suspend", ("id", site.Id), ("back", ""));
        var after = await centre.GetAsync("/admin/sites");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(question?.HasAttribute("open"), Is.False, "the button lies behind the question");
            Assert.That(question?.QuerySelector("p")?.TextContent, Does.Contain(site.Name[culture]));
            Assert.That(done.Status, Is.EqualTo(302));
            Assert.That(host.Tenant(SiteHost.Agency).State, Is.EqualTo(TenantState.Suspended));
            Assert.That(after.Document.QuerySelector($"form[action*=Resume] > button[value='{site.Id}']"), Is.Not.Null,
                "opening it again needs no question");
        }
    }
}
