using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Account.SignIn;

public class PasswordsTests
{
    private static readonly string[] Personal =
        ["zebo.karimova@moliya.tj", "Каримова Зебо", "finance", "Вазорати молия"];

    [TestCase("short", "signIn.passwordRule")]
    [TestCase("123456789012", "signIn.passwordCommon")]
    [TestCase("901234567890", "signIn.passwordCommon")]
    [TestCase("aaaaaaaaaaaa", "signIn.passwordCommon")]
    [TestCase("abababababab", "signIn.passwordCommon")]
    [TestCase("passwordpassword", "signIn.passwordCommon")]
    [TestCase("marbletopmarbletop", "signIn.passwordCommon")]
    [TestCase("password2026!", "signIn.passwordCommon")]
    [TestCase("P@ssw0rd-2026", "signIn.passwordCommon")]
    [TestCase("Tajikistan2026", "signIn.passwordCommon")]
    [TestCase("Тоҷикистон2026", "signIn.passwordCommon")]
    [TestCase("Администратор1", "signIn.passwordCommon")]
    [TestCase("qwertyuiop[]", "signIn.passwordCommon")]
    [TestCase("йцукенгшщзхъ", "signIn.passwordCommon")]
    [TestCase("1qaz2wsx3edc", "signIn.passwordCommon")]
    [TestCase("abcdefghijkl", "signIn.passwordCommon")]
    [TestCase("karimova2026!!", "signIn.passwordPersonal")]
    [TestCase("Зебо-Каримова-77", "signIn.passwordPersonal")]
    [TestCase("finance-moliya-1", "signIn.passwordPersonal")]
    [TestCase("EgovSites-2026", "signIn.passwordCommon")]
    [TestCase("панҷ анори ширин", null)]
    [TestCase("a long enough password", null)]
    [TestCase("Correct horse battery 42", null)]
    [TestCase("finance is not the whole of it", null)]
    public void A_password_that_is_tried_first_or_made_of_own_names_is_refused_with_its_reason(
        string password, string? key) =>
        Assert.That(Passwords.Problem(password, Personal)?.Key, Is.EqualTo(key));

    [Test]
    public void The_list_is_worth_asking() => Assert.That(CommonPasswords.Count, Is.GreaterThan(3000));

    [Test]
    public async Task An_invited_person_is_told_in_words_and_the_link_still_works(
        [Values("tg", "ru", "en")] string culture)
    {
        var host = await SharedHost.GetAsync();
        using var desk = new DeskClient(host);
        var link = await desk.InviteAsync(host.Tenant(SiteHost.Agency).Id, Role.Author);

        var refused = await desk.RedeemAsync($"{link}?culture={culture}", password: "passwordpassword");
        var good = await desk.RedeemAsync(link);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(refused.All("main [role=alert]").Single(), Has.Length.GreaterThan(40));
            Assert.That(good.Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task An_older_hash_is_good_and_is_made_anew_at_the_next_sign_in()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var old = new PasswordHasher<Editor>().HashPassword(new Editor(), DeskClient.Password);
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        await db.Users.Where(editor => editor.Email == desk.Email)
            .ExecuteUpdateAsync(row => row.SetProperty(editor => editor.PasswordHash, old));

        using var browser = new DeskClient(host);
        var entered = await browser.EnterAsync(desk.Email, DeskClient.Password);
        var kept = await db.Users.Where(editor => editor.Email == desk.Email).Select(editor => editor.PasswordHash)
            .SingleAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entered.Status, Is.EqualTo(302));
            Assert.That(kept, Is.Not.EqualTo(old));
            // The third field of Identity's hash is the number of rounds.
            Assert.That(
                System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(kept!).AsSpan(5)),
                Is.EqualTo(Passwords.Rounds));
        }
    }
}
