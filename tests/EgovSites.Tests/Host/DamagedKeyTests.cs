using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host;

public sealed class DamagedKeyTests
{
    [Test]
    public async Task A_damaged_key_keeps_nobody_from_signing_in()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        Assert.That((await host.Client().PageAsync("/admin/sign-in")).Status, Is.EqualTo(200));
        var key = Directory.GetFiles(Path.Combine(host.DataFolder, "keys"), "*.xml").Single();
        await host.RestartAsync(_ => File.WriteAllBytes(key, [0, 255, 7, 60]));

        var page = await host.Client().PageAsync("/admin/sign-in");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(File.Exists(key + ".broken"), Is.True);
        }
    }
}
