using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Account.SignIn;

public class SessionEndTests
{
    [Test]
    public async Task A_link_of_the_platform_sets_a_new_password_and_ends_the_sessions_of_whoever_had_the_account()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var squatter = await DeskClient.SignInAsync(host, Role.Author);
        using var owner = new DeskClient(host);
        var link = await squatter.InviteAsync(Membership.Everywhere, Role.CentralAdministrator);

        var entered = await owner.RedeemAsync(link, password: "words only I know");
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        using var later = new DeskClient(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entered.Status, Is.EqualTo(302));
            Assert.That((await owner.GetAsync("/admin/sites")).Status, Is.EqualTo(200));
            Assert.That((await squatter.GetAsync("/admin/sites")).Status, Is.EqualTo(302));
            Assert.That((await later.EnterAsync(squatter.Email, DeskClient.Password)).Status, Is.EqualTo(422));
            Assert.That((await later.EnterAsync(squatter.Email, "words only I know")).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task A_copied_cookie_is_worth_nothing_after_the_sign_out_and_leads_to_the_gate()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = new DeskClient(host);
        var entered = await desk.RedeemAsync(await desk.InviteAsync(host.Tenant(SiteHost.Agency).Id, Role.Author));
        using var thief = host.Client();
        thief.DefaultRequestHeaders.Add("Cookie", entered.Response.Headers.GetValues("Set-Cookie")
            .First(value => value.StartsWith("egov-desk=", StringComparison.Ordinal)).Split(';')[0]);
        var before = await thief.PageAsync("/admin/profile");

        await desk.PostAsync("/admin/profile", "/admin/sign-out");
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var after = await thief.PageAsync("/admin/profile");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Status, Is.EqualTo(200));
            Assert.That(after.Status, Is.EqualTo(302));
            Assert.That(after.Response.Headers.Location!.ToString(), Does.Contain("/admin/sign-in"));
        }
    }
}
