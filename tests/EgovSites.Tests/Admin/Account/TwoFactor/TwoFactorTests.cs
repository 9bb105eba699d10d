using EgovSites.Admin.Account.SignIn;
using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Admin.Account.TwoFactor;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Account.TwoFactor;

public class TwoFactorTests
{
    private const string Profile = "/admin/profile/two-factor";
    private const string Step = "/admin/sign-in/second";

    private SiteHost _host = null!;
    private DeskClient _owner = null!;
    private string _key = "";
    private IReadOnlyList<string> _codes = [];

    [SetUp]
    public async Task TurnOn()
    {
        _host = await SiteHost.StartAsync(SiteHost.Agency);
        _owner = await DeskClient.SignInAsync(_host, Role.Editor);
        var begun = await _owner.PostAsync(Profile, $"{Profile}?handler=Begin", ("present", DeskClient.Password));
        _key = begun.All(".key-text").Single().Replace(" ", "", StringComparison.Ordinal);
        var confirmed = await _owner.PostAsync(Profile, $"{Profile}?handler=Confirm", ("code", Now()));
        _codes = confirmed.All(".key-codes code");
    }

    [TearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task Turning_it_on_shows_ten_codes_once_and_keeps_this_session()
    {
        var later = await _owner.GetAsync(Profile);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_codes, Has.Count.EqualTo(RecoveryCodes.Count).And.Unique);
            Assert.That(later.Status, Is.EqualTo(200));
            Assert.That(later.Text, Does.Contain("10").And.Not.Contain(_codes[0]));
            Assert.That(later.Document.QuerySelector("img.key-picture"), Is.Null);
        }
    }

    [Test]
    public async Task The_password_alone_opens_nothing()
    {
        using var browser = new DeskClient(_host);

        var entered = await browser.EnterAsync(_owner.Email, DeskClient.Password);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entered.Response.Headers.Location?.ToString(), Does.StartWith(Step));
            Assert.That((await browser.GetAsync("/admin/profile")).Status, Is.EqualTo(302));
            Assert.That((await browser.GetAsync($"/admin/sites/{SiteHost.Agency}")).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task An_invitation_is_no_way_around_the_second_step()
    {
        using var browser = new DeskClient(_host);

        var entered =
            await browser.RedeemAsync(await _owner.InviteAsync(_host.Tenant(SiteHost.Agency).Id, Role.Editor));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entered.Response.Headers.Location?.ToString(), Does.StartWith(Step));
            Assert.That((await browser.GetAsync("/admin/profile")).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task An_invitation_joins_its_site_only_when_the_second_step_was_passed()
    {
        using var browser = new DeskClient(_host);
        var portal = _host.Services.GetRequiredService<TenantDirectory>().Portal!;
        var entered = await browser.RedeemAsync(await _owner.InviteAsync(portal.Id, Role.Author));

        var before = await _owner.GetAsync($"/admin/sites/{portal.Slug}");
        var passed = await browser.PostAsync(Step, entered.Response.Headers.Location!.ToString(), ("code", _codes[0]));
        var after = await _owner.GetAsync($"/admin/sites/{portal.Slug}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((before.Status, passed.Status, after.Status), Is.EqualTo((404, 302, 200)));
            Assert.That(entered.Response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(["no-referrer"]));
        }
    }

    [Test]
    public async Task A_code_works_once_and_never_the_one_that_turned_it_on()
    {
        using var first = await HalfwayAsync();
        var used = await first.PostAsync(Step, Step, ("code", Now()));
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        var good = await first.PostAsync(Step, Step, ("code", Now()));
        using var second = await HalfwayAsync();
        var replayed = await second.PostAsync(Step, Step, ("code", Now()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(used.Status, Is.EqualTo(422));
            Assert.That(good.Status, Is.EqualTo(302));
            Assert.That((await first.GetAsync("/admin/profile")).Status, Is.EqualTo(200));
            Assert.That(replayed.Status, Is.EqualTo(422));
        }
    }

    [Test]
    public async Task Of_two_requests_with_the_same_code_at_the_same_moment_one_gets_in()
    {
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        using var one = await HalfwayAsync();
        using var other = await HalfwayAsync();

        var answers = await Task.WhenAll(
            one.PostAsync(Step, Step, ("code", Now())), other.PostAsync(Step, Step, ("code", Now())));

        Assert.That(answers.Count(answer => answer.Status == 302), Is.EqualTo(1));
    }

    [Test]
    public async Task A_code_without_the_password_before_it_is_nobodys()
    {
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        using var stranger = new DeskClient(_host);

        var entered = await stranger.PostAsync("/admin/sign-in", Step, ("code", Now()), ("Email", _owner.Email));
        using var tardy = await HalfwayAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(11));
        var late = await tardy.PostAsync("/admin/sign-in", Step, ("code", Now()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entered.Response.Headers.Location?.ToString(), Is.EqualTo("/admin/sign-in"));
            Assert.That(late.Response.Headers.Location?.ToString(), Is.EqualTo("/admin/sign-in"));
            Assert.That((await stranger.GetAsync("/admin/profile")).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task A_recovery_code_works_once_however_it_is_typed()
    {
        using var first = await HalfwayAsync();
        using var second = await HalfwayAsync();

        var good = await first.PostAsync(
            Step, Step, ("code", _codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)));
        var again = await second.PostAsync(Step, Step, ("code", _codes[3]));
        var left = await first.GetAsync(Profile);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(good.Status, Is.EqualTo(302));
            Assert.That(again.Status, Is.EqualTo(422));
            Assert.That(left.All(".notice").Single(), Does.Contain("9"));
        }
    }

    [Test]
    public async Task Guessing_codes_is_stopped_by_address_and_closes_the_account_in_the_end()
    {
        using var guesser = await HalfwayAsync();
        for (var attempt = 0; attempt < EntryLimits.TriesPerAccount; attempt++)
        {
            await guesser.PostAsync(Step, Step, ("code", "000000"));
        }

        var stopped = await guesser.PostAsync(Step, Step, ("code", "000000"));
        for (var attempt = EntryLimits.TriesPerAccount; attempt < Passwords.Tries; attempt++)
        {
            using var other = await HalfwayAsync();
            await other.PostAsync(Step, Step, ("code", "000000"));
        }

        using var owner = new DeskClient(_host);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stopped.Status, Is.EqualTo(429));
            Assert.That((await owner.EnterAsync(_owner.Email, DeskClient.Password)).Status, Is.EqualTo(422));
        }
    }

    [Test]
    public async Task Turning_it_off_asks_for_the_password()
    {
        var refused = await _owner.PostAsync(Profile, $"{Profile}?handler=Off", ("present", "not the password"));
        using var between = new DeskClient(_host);
        var stillOn = await between.EnterAsync(_owner.Email, DeskClient.Password);
        await _owner.PostAsync(Profile, $"{Profile}?handler=Off", ("present", DeskClient.Password));
        using var browser = new DeskClient(_host);
        var entered = await browser.EnterAsync(_owner.Email, DeskClient.Password);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(stillOn.Response.Headers.Location?.ToString(), Does.StartWith(Step));
            Assert.That(entered.Response.Headers.Location?.ToString(), Is.EqualTo("/admin"));
        }
    }

    [Test]
    public async Task Setting_it_up_asks_for_the_password_too()
    {
        using var other = await DeskClient.SignInAsync(_host, Role.Author);

        var refused = await other.PostAsync(Profile, $"{Profile}?handler=Begin", ("present", "not the password"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(refused.Document.QuerySelector("img.key-picture"), Is.Null);
        }
    }

    [Test]
    public async Task Central_administrators_are_asked_to_turn_it_on_and_a_link_of_the_platform_gives_a_way_back()
    {
        using var central = new DeskClient(_host);
        var asked =
            await central.RedeemAsync(await central.InviteAsync(Membership.Everywhere, Role.CentralAdministrator));
        var sites = await central.GetAsync("/admin/sites");
        using var lost = new DeskClient(_host);

        var back = await lost.RedeemAsync(
            await _owner.InviteAsync(Membership.Everywhere, Role.CentralAdministrator), password: "words only I know");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Status, Is.EqualTo(302));
            Assert.That(sites.Document.QuerySelector($".notice a[href='{Profile}']"), Is.Not.Null);
            Assert.That(back.Response.Headers.Location?.ToString(), Is.EqualTo("/admin"));
            Assert.That((await _owner.GetAsync("/admin/profile")).Status, Is.EqualTo(302));
        }
    }

    private string Now() => Totp.CodeOf(_key, _host.Clock.GetUtcNow().ToUnixTimeSeconds() / Totp.Seconds);

    // Somebody who gave the right password from an address of their own.
    [Test]
    public async Task The_key_lies_sealed_in_the_database_and_one_of_an_older_program_is_sealed_when_it_is_used()
    {
        var kept = await KeptAsync();
        await KeptAsync(_key);
        using var browser = await HalfwayAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        var entered = await browser.PostAsync(Step, Step, ("code", Now()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept, Is.Not.Empty.And.Not.Contain(_key));
            Assert.That(entered.Status, Is.EqualTo(302));
            Assert.That(await KeptAsync(), Is.Not.Empty.And.Not.Contain(_key));
        }
    }

    [Test]
    public async Task At_a_known_device_the_second_step_opens_an_account_that_strangers_closed()
    {
        await _owner.PostAsync(Profile, "/admin/sign-out");
        await _host.CloseToStrangersAsync(_owner.Email);
        using var unknown = await HalfwayAsync();
        await _owner.EnterAsync(_owner.Email, DeskClient.Password);
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        var wrong = await _owner.PostAsync(Step, Step, ("code", "000000"));
        var right = await _owner.PostAsync(Step, Step, ("code", Now()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await unknown.GetAsync(Step)).Status, Is.EqualTo(302), "No password was taken there.");
            Assert.That((wrong.Status, right.Status), Is.EqualTo((422, 302)));
        }
    }

    // What the database keeps of the key; or puts something else in its place.
    private async Task<string> KeptAsync(string? other = null)
    {
        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        var rows = db.UserTokens.Where(row => row.Name == "AuthenticatorKey");
        if (other is not null)
        {
            await rows.ExecuteUpdateAsync(row => row.SetProperty(one => one.Value, other));
        }

        return await rows.Select(row => row.Value).SingleAsync() ?? "";
    }

    private async Task<DeskClient> HalfwayAsync()
    {
        var browser = new DeskClient(_host);
        await browser.EnterAsync(_owner.Email, DeskClient.Password);
        return browser;
    }
}
