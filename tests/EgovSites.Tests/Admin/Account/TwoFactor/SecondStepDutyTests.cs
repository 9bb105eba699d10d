using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Account.TwoFactor;

public class SecondStepDutyTests
{
    private const string Site = $"/admin/sites/{SiteHost.Agency}";

    [TestCase(Role.AgencyAdministrator)]
    [TestCase(Role.CentralAdministrator)]
    public async Task An_administrator_is_asked_at_once_and_led_there_when_the_days_are_over(Role role)
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, role, culture: "ru");
        var asked = await desk.GetAsync(Site);

        host.Clock.Advance(TimeSpan.FromDays(15));
        await desk.EnterAsync(desk.Email, DeskClient.Password);
        var led = await desk.GetAsync($"{Site}/people");
        var shown = await desk.GetAsync(SecondStepDuty.Page);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Status, Is.EqualTo(200));
            Assert.That(asked.Document.QuerySelector($"main a[href='{SecondStepDuty.Page}']"), Is.Not.Null);
            Assert.That(led.Response.Headers.Location?.ToString(), Is.EqualTo(SecondStepDuty.Page));
            Assert.That(shown.Text, Does.Contain("Пока он не включён"));
            Assert.That((await desk.GetAsync("/admin/profile")).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Who_set_it_up_or_is_no_administrator_goes_on()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var editor = await DeskClient.SignInAsync(host, Role.Editor);
        host.Clock.Advance(TimeSpan.FromDays(60));
        await editor.EnterAsync(editor.Email, DeskClient.Password);

        Assert.That((await editor.GetAsync(Site)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_setting_turns_it_off()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, services =>
            services.Configure<AccountsOptions>(options => options.RequireSecondStep = false));
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        host.Clock.Advance(TimeSpan.FromDays(60));
        await desk.EnterAsync(desk.Email, DeskClient.Password);

        Assert.That((await desk.GetAsync(Site)).Status, Is.EqualTo(200));
    }
}
