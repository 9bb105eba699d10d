using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Account.SignIn;

public class InvitationTests
{
    [Test]
    public async Task A_link_works_once()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var link = await desk.InviteAsync(host.Tenant(SiteHost.OtherAgency).Id, Role.Author);

        var first = await desk.RedeemAsync(link);
        var second = await desk.GetAsync(link);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Status, Is.EqualTo(302));
            Assert.That(second.Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task A_link_of_one_site_never_signs_somebody_else_in_without_their_password()
    {
        var host = await SharedHost.GetAsync();
        using var central = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        var link = await central.InviteAsync(host.Tenant(SiteHost.Agency).Id, Role.Author);
        using var thief = new DeskClient(host);

        var page = await thief.RedeemAsync(link, password: "a password of my own");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That((await thief.GetAsync("/admin/sites")).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task A_short_password_is_refused_and_the_link_still_works()
    {
        var host = await SharedHost.GetAsync();
        using var desk = new DeskClient(host);
        var link = Invitations.Path + "none";

        var unknown = await desk.GetAsync(link);
        using var invited = new DeskClient(host);
        var fresh = await invited.InviteAsync(host.Tenant(SiteHost.Agency).Id, Role.Author);
        var refused = await invited.RedeemAsync(fresh, password: "short");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unknown.Status, Is.EqualTo(404));
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That((await invited.GetAsync(fresh)).Status, Is.EqualTo(200));
        }
    }
}
