using EgovSites.Platform.Accounts;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host.Commands;

/// <summary>The verbs by which an operator takes people off, beside a running host.</summary>
[NonParallelizable]
public class PeopleCommandTests
{
    private SiteHost _host = null!;
    private DeskClient _centre = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _host = await SiteHost.StartAsync(SiteHost.Agency, onDisk: true);
        _centre = await DeskClient.SignInAsync(_host, Role.CentralAdministrator);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _centre.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task All_accounts_are_listed_with_what_they_are_where()
    {
        using var editor = await DeskClient.SignInAsync(_host, Role.Editor);

        var (code, output, error) = await CommandLine.RunAsync(_host, "people", "list");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((code, error), Is.EqualTo((0, "")));
            Assert.That(output, Does.Match($@"(?m)^{_centre.Email}\s+all sites: CentralAdministrator$"));
            Assert.That(output, Does.Match($@"(?m)^{editor.Email}\s+{SiteHost.Agency}: Editor$"));
        }
    }

    [Test]
    public async Task Somebody_is_taken_off_a_site_and_is_out_at_the_next_request()
    {
        using var editor = await DeskClient.SignInAsync(_host, Role.Editor);
        var before = await editor.GetAsync($"/admin/sites/{SiteHost.Agency}");

        var removed = await CommandLine.RunAsync(
            _host, "people", "remove", editor.Email.ToUpperInvariant(), "--site", SiteHost.Agency);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((removed.Code, removed.Error), Is.EqualTo((0, "")));
            Assert.That(before.Status, Is.EqualTo(200));
            Assert.That((await editor.GetAsync($"/admin/sites/{SiteHost.Agency}")).Status, Is.EqualTo(404));
            Assert.That((await editor.GetAsync("/admin/profile")).Status, Is.EqualTo(200), "The account stays.");
            Assert.That((await CommandLine.RunAsync(_host, "people", "remove", editor.Email, "--site", SiteHost.Agency))
                .Code, Is.EqualTo(1), "a second time");
            Assert.That((await CommandLine.RunAsync(_host, "people", "remove", editor.Email, "--site", "no-such"))
                .Code, Is.EqualTo(1));
            Assert.That((await CommandLine.RunAsync(_host, "people", "remove", "nobody@example.tj"))
                .Output, Does.Contain("Nobody has the address"));
        }
    }

    [Test]
    public async Task An_account_is_closed_and_the_last_who_can_invite_is_not()
    {
        using var leaving = await DeskClient.SignInAsync(_host, Role.CentralAdministrator);

        var closed = await CommandLine.RunAsync(_host, "people", "close", leaving.Email);
        var last = await CommandLine.RunAsync(_host, "people", "close", _centre.Email);
        var lastRemoved = await CommandLine.RunAsync(_host, "people", "remove", _centre.Email);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((closed.Code, closed.Error), Is.EqualTo((0, "")));
            Assert.That((await leaving.GetAsync("/admin/profile")).Status, Is.EqualTo(302));
            Assert.That((await leaving.EnterAsync(leaving.Email, DeskClient.Password)).Status, Is.EqualTo(422));
            Assert.That((await CommandLine.RunAsync(_host, "people", "list"))
                .Output, Does.Match($@"(?m)^{leaving.Email}\s+closed$"));
            Assert.That((last.Code, lastRemoved.Code), Is.EqualTo((1, 1)));
            Assert.That(last.Output, Does.Contain("nobody would be left"));
            Assert.That((await _centre.GetAsync("/admin/people")).Status, Is.EqualTo(200));
        }
    }
}
