using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Account.Sessions;

public class SessionsTests
{
    private const string Address = "/admin/profile/sessions";

    [Test]
    public async Task An_ended_session_is_refused_at_its_next_request_and_the_others_go_on()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var here = await DeskClient.SignInAsync(host, Role.Author);
        using var lost = new DeskClient(host);
        await lost.EnterAsync(here.Email, DeskClient.Password);
        using var third = new DeskClient(host);
        await third.EnterAsync(here.Email, DeskClient.Password);
        var list = await here.GetAsync(Address);
        var those = list.Document.QuerySelectorAll("[name=session]").Select(button => button.GetAttribute("value")!)
            .ToList();

        await here.PostAsync(Address, $"{Address}?handler=End", ("session", those[0]));
        var afterOne = await Task.WhenAll(lost.GetAsync("/admin/profile"), third.GetAsync("/admin/profile"));
        await here.PostAsync(Address, $"{Address}?handler=Others");
        var afterAll = await Task.WhenAll(
            lost.GetAsync("/admin/profile"), third.GetAsync("/admin/profile"), here.GetAsync("/admin/profile"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(those, Has.Count.EqualTo(2));
            Assert.That(afterOne.Select(page => page.Status), Is.EquivalentTo([200, 302]));
            Assert.That(afterAll.Select(page => page.Status), Is.EqualTo([302, 302, 200]));
        }
    }

    [Test]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var victim = await DeskClient.SignInAsync(host, Role.Author);
        using var second = new DeskClient(host);
        await second.EnterAsync(victim.Email, DeskClient.Password);
        var id = (await victim.GetAsync(Address)).Document.QuerySelector("[name=session]")!.GetAttribute("value")!;
        using var other = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);

        await other.PostAsync(Address, $"{Address}?handler=End", ("session", id));
        await other.PostAsync(Address, $"{Address}?handler=Others");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await second.GetAsync("/admin/profile")).Status, Is.EqualTo(200));
            Assert.That((await other.GetAsync(Address)).Text, Does.Not.Contain(id));
        }
    }

    [Test]
    public async Task A_new_password_ends_the_others_at_once_and_keeps_this_one()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var here = await DeskClient.SignInAsync(host, Role.Author);
        using var there = new DeskClient(host);
        await there.EnterAsync(here.Email, DeskClient.Password);

        await here.PostAsync("/admin/profile", "/admin/profile?handler=Password", ("present", DeskClient.Password),
            ("wanted", "another long password"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await there.GetAsync("/admin/profile")).Status, Is.EqualTo(302));
            Assert.That((await here.GetAsync("/admin/profile")).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Signing_out_here_does_not_sign_out_elsewhere()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var here = await DeskClient.SignInAsync(host, Role.Author);
        using var there = new DeskClient(host);
        await there.EnterAsync(here.Email, DeskClient.Password);

        await there.PostAsync("/admin/profile", "/admin/sign-out");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await here.GetAsync(Address)).Document.QuerySelectorAll(".todo > li"), Has.Length.EqualTo(1));
            Assert.That((await there.GetAsync(Address)).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task Even_a_session_without_a_pause_ends_after_a_week()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        for (var hour = 0; hour < 7 * 24; hour += 6)
        {
            Assert.That((await desk.GetAsync(Address)).Status, Is.EqualTo(200));
            host.Clock.Advance(TimeSpan.FromHours(6));
        }

        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((await desk.GetAsync(Address)).Status, Is.EqualTo(302));
    }
}
