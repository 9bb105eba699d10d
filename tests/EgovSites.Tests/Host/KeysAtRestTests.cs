using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EgovSites.Platform.Accounts;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Auditing;
using Microsoft.Extensions.Logging;

namespace EgovSites.Tests.Host;

/// <summary>The signing keys under lock: a copy of the data folder alone makes nobody an administrator.</summary>
public class KeysAtRestTests
{
    private readonly string _safe = Directory.CreateTempSubdirectory("egov-safe-").FullName;

    [TearDown]
    public void Clean() => Directory.Delete(_safe, recursive: true);

    [TestCase("certificate")]
    [TestCase("passphrase")]
    public async Task A_key_file_holds_no_secret_in_clear_and_the_next_start_reads_the_old_cookies(string kind)
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, settings: Lock(kind));
        var cookie = await SignInAsync(host);

        await host.RestartAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Keys(host), Has.Count.EqualTo(1).And.All.Contain("encryptedSecret")
                .And.None.Contain("masterKey"));
            Assert.That(await StatusAsync(host, cookie), Is.EqualTo(200));
        }
    }

    [TestCase("certificate")]
    [TestCase("passphrase")]
    public async Task A_key_from_before_is_put_under_lock_when_there_is_one(string kind)
    {
        var recorder = new LevelRecorder(LogLevel.Warning);
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, recorder.AddTo);
        var (cookie, open, warned) = (await SignInAsync(host), Keys(host).Single(), recorder.Take());

        await host.RestartAsync(recorder.AddTo, Lock(kind));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                warned.Count(line => line.Contains("Keys:Certificate", StringComparison.Ordinal)), Is.EqualTo(1));
            Assert.That(recorder.Take(), Has.None.Contains("Keys:"));
            Assert.That(open, Does.Contain("masterKey"));
            Assert.That(Keys(host), Has.Count.EqualTo(1).And.All.Contain("encryptedSecret")
                .And.None.Contain("masterKey"));
            Assert.That(await StatusAsync(host, cookie), Is.EqualTo(200));
        }
    }

    [TestCase("certificate")]
    [TestCase("passphrase")]
    public async Task With_a_wrong_one_people_sign_in_anew_and_the_log_says_so_once_and_with_both_all_is_well(
        string kind)
    {
        var recorder = new LevelRecorder(LogLevel.Critical);
        var (first, second) = (Lock(kind), Lock(kind));
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, recorder.AddTo, settings: first);
        var cookie = await SignInAsync(host);

        await host.RestartAsync(recorder.AddTo, second);
        var (refused, told, later) = (await StatusAsync(host, cookie), recorder.Take(), await SignInAsync(host));
        await host.RestartAsync(recorder.AddTo, Former(first));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused, Is.EqualTo(302));
            Assert.That(told, Has.Count.EqualTo(1).And.All.Contain("Keys:Former"));
            Assert.That(recorder.Take(), Is.Empty);
            Assert.That(await StatusAsync(host, cookie), Is.EqualTo(200));
            Assert.That(await StatusAsync(host, later), Is.EqualTo(200));
        }
    }

    [TestCase("Keys:Certificate", "none.pfx", "cannot be opened")]
    [TestCase("Keys:PassphraseFile", "none.txt", "cannot be read")]
    [TestCase("Keys:PassphraseFile", "short.txt", "at least")]
    public async Task A_lock_that_is_none_is_refused_in_words(string setting, string file, string words)
    {
        await File.WriteAllTextAsync(Path.Combine(_safe, "short.txt"), "short");

        Assert.That(async () =>
            await SiteHost.StartAsync(
                SiteHost.Agency, settings: new Dictionary<string, string?> { [setting] = Path.Combine(_safe, file) }),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(words));
    }

    private static List<string> Keys(SiteHost host) =>
        [.. Directory.GetFiles(Path.Combine(host.DataFolder, "keys"), "*.xml").Select(File.ReadAllText)];

    private static Dictionary<string, string?> Former(Dictionary<string, string?> settings) =>
        settings.ToDictionary(
            pair => pair.Key.Replace("Keys:", "Keys:Former:0:", StringComparison.Ordinal), pair => pair.Value);

    // The settings of a fresh certificate or passphrase.
    private Dictionary<string, string?> Lock(string kind)
    {
        var (secret, file) = (Guid.NewGuid().ToString("N"), Path.Combine(_safe, Guid.NewGuid().ToString("N")));
        File.WriteAllText(file + ".txt", secret + "\n");
        if (kind == "passphrase")
        {
            return new() { ["Keys:PassphraseFile"] = file + ".txt" };
        }

        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=egov keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate =
            request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        File.WriteAllBytes(file + ".pfx", certificate.Export(X509ContentType.Pfx, secret));
        return new() { ["Keys:Certificate"] = file + ".pfx", ["Keys:CertificatePasswordFile"] = file + ".txt" };
    }

    private static async Task<string> SignInAsync(SiteHost host)
    {
        using var browser = new DeskClient(host);
        var entered =
            await browser.RedeemAsync(await browser.InviteAsync(host.Tenant(SiteHost.Agency).Id, Role.Editor));
        return entered.Response.Headers.GetValues("Set-Cookie")
            .Single(value => value.StartsWith("egov-desk=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<int> StatusAsync(SiteHost host, string cookie)
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await client.PageAsync("/admin/profile")).Status;
    }
}
