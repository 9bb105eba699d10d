using EgovSites.Platform.Accounts;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host;

public class KeysTests
{
    [TestCase("not xml at all")]
    [TestCase("")]
    [TestCase("<key id=\"00000000-0000-0000-0000-000000000000\" version=\"1\"><creationDate>soon</creationDate></key>")]
    public async Task A_damaged_key_file_is_set_aside_and_people_sign_in_anew(string content)
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var keys = Path.Combine(host.DataFolder, "keys");
        var file = Directory.GetFiles(keys, "*.xml").Single();
        await File.WriteAllTextAsync(file, content);

        await host.RestartAsync();
        using var again = new DeskClient(host);
        var entered = await again.EnterAsync(desk.Email, DeskClient.Password);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entered.Status, Is.EqualTo(302));
            Assert.That((await again.GetAsync("/admin/profile")).Status, Is.EqualTo(200));
            Assert.That(Directory.GetFiles(keys, "*.broken")
                .Select(Path.GetFileName), Is.EqualTo([Path.GetFileName(file) + ".broken"]));
        }
    }
}
