using EgovSites.Admin.Account.SignIn;
using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Account.SignIn;

public class SignInTests
{
    private const string Address = "/admin/sign-in";

    [Test]
    public async Task An_unknown_address_and_a_wrong_password_look_the_same()
    {
        var host = await SharedHost.GetAsync();
        using var known = await DeskClient.SignInAsync(host, Role.Author);
        using var browser = new DeskClient(host);

        var wrong = await browser.PostAsync(Address, Address, ("Email", known.Email), ("Password", "not the password"));
        var unknown =
            await browser.PostAsync(Address, Address, ("Email", "nobody@example.tj"), ("Password", "not the password"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong.Status, Is.EqualTo(422));
            Assert.That(unknown.Status, Is.EqualTo(422));
            Assert.That(unknown.All("main [role=alert]"), Is.EqualTo(wrong.All("main [role=alert]")));
        }
    }

    [Test]
    public async Task Five_wrong_tries_stop_an_address_but_do_not_lock_the_owner_out()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var known = await DeskClient.SignInAsync(host, Role.Author);
        using var guesser = new DeskClient(host);
        for (var attempt = 0; attempt < EntryLimits.TriesPerAccount; attempt++)
        {
            await guesser.EnterAsync(known.Email, "not the password");
        }

        var guessed = await guesser.EnterAsync(known.Email.ToUpperInvariant(), DeskClient.Password);
        using var owner = new DeskClient(host);
        var entered = await owner.EnterAsync(known.Email, DeskClient.Password);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        var later = await guesser.EnterAsync(known.Email, "not the password");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(guessed.Status, Is.EqualTo(429));
            Assert.That(guessed.Response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromMinutes(10)));
            Assert.That(guessed.All("main .notice[role=alert]").Single(), Does.Contain("10"));
            Assert.That(entered.Status, Is.EqualTo(302));
            Assert.That(later.Status, Is.EqualTo(422));
        }
    }

    [Test]
    public async Task One_address_that_tries_many_accounts_is_stopped_too()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var guesser = new DeskClient(host);
        for (var attempt = 0; attempt < EntryLimits.TriesPerAddress; attempt++)
        {
            await guesser.EnterAsync($"{attempt}@example.tj", "not the password");
        }

        Assert.That((await guesser.EnterAsync("another@example.tj", "not the password")).Status, Is.EqualTo(429));
    }

    [Test]
    public async Task Tries_from_many_addresses_close_the_account_even_to_the_right_password_and_good_ones_never_count()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var known = await DeskClient.SignInAsync(host, Role.Author);
        for (var attempt = 0; attempt < EntryLimits.TriesPerAddress + 1; attempt++)
        {
            using var owner = new DeskClient(host, "10.1.2.3");
            Assert.That((await owner.EnterAsync(known.Email, DeskClient.Password)).Status, Is.EqualTo(302));
        }

        for (var attempt = 0; attempt < Passwords.Tries; attempt++)
        {
            using var guesser = new DeskClient(host);
            await guesser.EnterAsync(known.Email, "not the password");
        }

        using var again = new DeskClient(host);
        Assert.That((await again.EnterAsync(known.Email, DeskClient.Password)).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task Guessing_the_password_behind_an_invitation_is_stopped_as_well()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var known = await DeskClient.SignInAsync(host, Role.Author);
        var link = await known.InviteAsync(host.Tenant(SiteHost.Agency).Id, Role.Editor);
        using var guesser = new DeskClient(host);
        for (var attempt = 0; attempt < EntryLimits.TriesPerAccount; attempt++)
        {
            await guesser.RedeemAsync(link, password: "not the password");
        }

        Assert.That((await guesser.RedeemAsync(link)).Status, Is.EqualTo(429));
    }

    [TestCase("https://example.com/admin")]
    [TestCase("//example.com/admin")]
    [TestCase("/tg/")]
    public async Task Signing_in_never_leads_out_of_the_back_office(string returnUrl)
    {
        var host = await SharedHost.GetAsync();
        using var known = await DeskClient.SignInAsync(host, Role.Author);
        using var browser = new DeskClient(host);
        var address = $"{Address}?ReturnUrl={Uri.EscapeDataString(returnUrl)}";

        var entered =
            await browser.PostAsync(address, address, ("Email", known.Email), ("Password", DeskClient.Password));

        Assert.That(entered.Response.Headers.Location?.ToString(), Is.EqualTo("/admin"));
    }
}
