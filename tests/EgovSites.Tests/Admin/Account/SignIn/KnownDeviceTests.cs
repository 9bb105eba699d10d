using EgovSites.Admin.Account.SignIn;
using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Account.SignIn;

/// <summary>
/// Strangers can keep an account closed to everybody, but not to its owner at a device it was entered from before.
/// </summary>
public class KnownDeviceTests
{
    private const string Cookie = "egov-desk-device";

    private const string Wrong = "not the password";

    private SiteHost _host = null!;
    private DeskClient _owner = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _host = await SiteHost.StartAsync(SiteHost.Agency);
        _owner = await DeskClient.SignInAsync(_host, Role.Editor);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task A_closed_account_opens_to_its_owner_at_a_known_device_and_to_nobody_elsewhere()
    {
        await SignOutAsync(_owner);
        for (var attempt = 0; attempt < Passwords.Tries; attempt++)
        {
            using var guesser = new DeskClient(_host);
            await guesser.EnterAsync(_owner.Email, Wrong);
        }

        using var stranger = new DeskClient(_host);
        using var colleague = await DeskClient.SignInAsync(_host, Role.Editor);
        await SignOutAsync(colleague);
        using var forger = new DeskClient(_host);
        forger.Bring(Cookie, "CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await stranger.EnterAsync(_owner.Email, DeskClient.Password))
                .Status, Is.EqualTo(422), "unknown");
            Assert.That((await colleague.EnterAsync(_owner.Email, DeskClient.Password))
                .Status, Is.EqualTo(422), "another account's");
            Assert.That((await forger.EnterAsync(_owner.Email, DeskClient.Password)).Status, Is.EqualTo(422), "forged");
            Assert.That((await _owner.EnterAsync(_owner.Email, DeskClient.Password)).Status, Is.EqualTo(302), "known");
            Assert.That((await colleague.EnterAsync(colleague.Email, DeskClient.Password))
                .Status, Is.EqualTo(302), "still known to its own");
        }
    }

    [Test]
    public async Task A_known_device_has_tries_of_its_own_and_they_end_too()
    {
        await SignOutAsync(_owner);
        var tries = new List<int>();
        for (var attempt = 0; attempt <= EntryLimits.TriesPerAccount; attempt++)
        {
            tries.Add((await _owner.EnterAsync(_owner.Email, Wrong)).Status);
        }

        using var elsewhere = new DeskClient(_host);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tries[..^1], Is.All.EqualTo(422));
            Assert.That(tries[^1], Is.EqualTo(429));
            Assert.That((await _owner.EnterAsync(_owner.Email, DeskClient.Password)).Status, Is.EqualTo(429));
            Assert.That((await elsewhere.EnterAsync(_owner.Email, DeskClient.Password)).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task Neighbours_who_used_up_the_tries_of_the_address_do_not_stop_a_known_device()
    {
        var address = DeskClient.NewAddress();
        using var mine = new DeskClient(_host, address);
        await mine.EnterAsync(_owner.Email, DeskClient.Password);
        await SignOutAsync(mine);
        using var neighbour = new DeskClient(_host, address);
        for (var attempt = 0; attempt < EntryLimits.TriesPerAddress; attempt++)
        {
            await neighbour.EnterAsync($"{attempt}@example.tj", Wrong);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await neighbour.EnterAsync(_owner.Email, DeskClient.Password)).Status, Is.EqualTo(429));
            Assert.That((await mine.EnterAsync(_owner.Email, DeskClient.Password)).Status, Is.EqualTo(302));
        }
    }

    [TestCase("/admin/profile", "/admin/profile?handler=Password")]
    [TestCase("/admin/profile/sessions", "/admin/profile/sessions?handler=Others")]
    public async Task A_new_password_and_the_end_of_all_other_sessions_forget_the_other_devices(
        string form, string action)
    {
        const string Next = "a different long password";
        using var other = new DeskClient(_host);
        await other.EnterAsync(_owner.Email, DeskClient.Password);
        await SignOutAsync(other);

        await _owner.PostAsync(form, action, ("present", DeskClient.Password), ("wanted", Next));
        await SignOutAsync(_owner);
        await _host.CloseToStrangersAsync(_owner.Email);
        var password = action.EndsWith("Password", StringComparison.Ordinal) ? Next : DeskClient.Password;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await other.EnterAsync(_owner.Email, password)).Status, Is.EqualTo(422));
            Assert.That((await _owner.EnterAsync(_owner.Email, password)).Status, Is.EqualTo(302));
        }
    }

    private static Task<Page> SignOutAsync(DeskClient desk) => desk.PostAsync("/admin/profile", "/admin/sign-out");
}
