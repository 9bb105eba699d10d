using System.Text;
using System.Text.Json;
using EgovSites.Admin.Account.Passkeys;
using EgovSites.Admin.Account.SignIn;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Account.Passkeys;

public class PasskeysTests
{
    private const string Address = "/admin/profile/passkeys";
    private const string Gate = "/admin/sign-in";
    private const string Enter = "/admin/sign-in/passkey";

    [Test]
    public async Task The_question_at_the_gate_names_nobody_and_wants_the_person_verified()
    {
        using var stranger = new DeskClient(await SharedHost.GetAsync());

        var question = Read(await stranger.PostAsync(Gate, $"{Enter}?handler=Options"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(question.GetProperty("userVerification").GetString(), Is.EqualTo("required"));
            Assert.That(question.GetProperty("challenge").GetString(), Has.Length.GreaterThanOrEqualTo(22));
            Assert.That(!question.TryGetProperty("allowCredentials", out var allowed) || allowed.GetArrayLength() == 0);
        }
    }

    [TestCase("")]
    [TestCase("garbage")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase(
        """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"AAAA","authenticatorData":"AAAA","signature":"AAAA"},"clientExtensionResults":{}}""")]
    public async Task Garbage_opens_nothing_with_or_without_a_question(string credential)
    {
        using var stranger = new DeskClient(await SharedHost.GetAsync());

        var unasked = await stranger.PostAsync(Gate, Enter, ("credential", credential));
        await stranger.PostAsync(Gate, $"{Enter}?handler=Options");
        var asked = await stranger.PostAsync(Gate, Enter, ("credential", credential));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unasked.Status, Is.EqualTo(422));
            Assert.That(asked.Status, Is.EqualTo(422));
            Assert.That((await stranger.GetAsync("/admin/profile")).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task Garbage_is_not_added_and_the_question_asks_for_the_password()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var refused = await desk.PostAsync(Address, $"{Address}?handler=Options", ("present", "not the password"));
        var unasked = await desk.PostAsync(Address, $"{Address}?handler=Add", ("credential", "{}"));
        await desk.PostAsync(Address, $"{Enter}?handler=Options");
        var otherQuestion = await desk.PostAsync(Address, $"{Address}?handler=Add", ("credential", "{}"));
        var question =
            Read(await desk.PostAsync(Address, $"{Address}?handler=Options", ("present", DeskClient.Password)));
        var garbage = await desk.PostAsync(Address, $"{Address}?handler=Add", ("credential", "{}"), ("name", "Кор"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(Read(refused).GetProperty("problem").GetString(), Is.Not.Empty);
            Assert.That(unasked.Status, Is.EqualTo(422));
            Assert.That(otherQuestion.Status, Is.EqualTo(422));
            Assert.That(question.GetProperty("user").GetProperty("name").GetString(), Is.EqualTo(desk.Email));
            Assert.That(question.GetProperty("authenticatorSelection").GetProperty("residentKey")
                .GetString(), Is.EqualTo("required"));
            Assert.That(garbage.Status, Is.EqualTo(422));
            Assert.That((await desk.GetAsync(Address)).Document.QuerySelector("[name=passkey]"), Is.Null);
        }
    }

    [Test]
    public async Task Ten_are_enough_and_each_can_be_renamed_and_removed_by_its_owner_only()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        using var other = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        var ids = await GiveAsync(host, desk.Email, PasskeysModel.Most);

        var full = await desk.PostAsync(Address, $"{Address}?handler=Options", ("present", DeskClient.Password));
        var foreign = await other.PostAsync(Address, $"{Address}?handler=Remove", ("passkey", ids[0]));
        var renamed =
            await desk.PostAsync(Address, $"{Address}?handler=Rename", ("passkey", ids[1]), ("name", "Телефони нав"));
        var named = await desk.PostAsync(Address, $"{Address}?handler=Rename", ("passkey", ids[1]), ("name", ""));
        var unasked = await desk.PostAsync(Address, $"{Address}?handler=Remove", ("passkey", ids[0]));
        await desk.PostAsync(
            Address, $"{Address}?handler=Remove", ("passkey", ids[0]), ("present", DeskClient.Password));
        var list = await desk.GetAsync(Address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(full.Status, Is.EqualTo(422));
            Assert.That(foreign.Status, Is.EqualTo(404));
            Assert.That(unasked.Status, Is.EqualTo(422), "a passkey goes only with the password");
            Assert.That(renamed.Status, Is.EqualTo(302));
            Assert.That(named.Status, Is.EqualTo(422));
            Assert.That(
                list.Document.QuerySelectorAll("input[name=name][value='Телефони нав']"), Has.Length.EqualTo(1));
            Assert.That(
                list.Document.QuerySelectorAll("input[name=passkey]"), Has.Length.EqualTo(PasskeysModel.Most - 1));
            await using var look = TestDesk.Open(host);
            Assert.That(await look.Db.Set<AuditEntry>()
                .CountAsync(entry => entry.Verb == "passkeyRemove" && entry.Subject == desk.Email), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Trying_passkeys_is_limited_by_address()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var stranger = new DeskClient(host);
        for (var attempt = 0; attempt < EntryLimits.TriesPerAddress; attempt++)
        {
            await stranger.PostAsync(Gate, Enter, ("credential", "{}"));
        }

        Assert.That((await stranger.PostAsync(Gate, Enter, ("credential", "{}"))).Status, Is.EqualTo(429));
    }

    [Test]
    public async Task A_link_of_the_platform_takes_away_the_passkeys_of_whoever_had_the_account()
    {
        var host = await SharedHost.GetAsync();
        using var squatter = await DeskClient.SignInAsync(host, Role.Author);
        await GiveAsync(host, squatter.Email, 1);
        using var owner = new DeskClient(host);

        await owner.RedeemAsync(await squatter.InviteAsync(Membership.Everywhere, Role.CentralAdministrator),
            password: "words only I know");

        Assert.That((await owner.GetAsync(Address)).Document.QuerySelector("[name=passkey]"), Is.Null);
    }

    private static async Task<IReadOnlyList<string>> GiveAsync(SiteHost host, string email, int count)
    {
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var editors = scope.ServiceProvider.GetRequiredService<UserManager<Editor>>();
        var editor = await scope.ServiceProvider.GetRequiredService<HostDbContext>()
            .Users.SingleAsync(row => row.Email == email);
        var ids = Enumerable.Range(0, count).Select(number => Encoding.UTF8.GetBytes($"{email}/{number}")).ToList();
        foreach (var id in ids)
        {
            await editors.AddOrUpdatePasskeyAsync(editor,
                new UserPasskeyInfo(
                    id, [1], host.Clock.GetUtcNow(), 0, ["internal"], true, true, true, [1], [1])
                { Name = "Калид" });
        }

        return [.. ids.Select(id => Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(id))];
    }

    private static JsonElement Read(Page page) => JsonDocument.Parse(page.Text).RootElement;
}
