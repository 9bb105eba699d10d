using System.Runtime.Versioning;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host;

/// <summary>What lies in the data folder and what the host prints, when it runs as a process of its own.</summary>
[UnsupportedOSPlatform("windows")]
public class PrivateFilesTests
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const string LinkFile = "first-sign-in.txt";

    private readonly TestDatabase _database = new();
    private readonly string _data = Directory.CreateTempSubdirectory("egov-private-").FullName;

    [SetUp]
    public Task MakeAsync() => _database.CreateAsync();

    [TearDown]
    public async Task CleanAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Test]
    public async Task Everything_in_the_data_folder_is_for_the_hosts_user_alone()
    {
        await using var host = await HostProcess.StartAsync(_data, _database.ConnectionString, SiteHost.Agency);
        using var citizen = new HttpClient { BaseAddress = host.Address };
        await citizen.ReceiptAsync(files: ("санад.pdf", CitizenForm.Pdf));

        var entries = Directory.GetFileSystemEntries(_data, "*", SearchOption.AllDirectories);
        string[] wanted = [".xml", .. TestDatabase.IsPostgres ? Array.Empty<string>() : ["host.db", "site.db"]];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries.Where(entry => (File.GetUnixFileMode(entry) & Others) != 0), Is.Empty);
            Assert.That(wanted,
                Is.All.Matches<string>(name => entries.Any(entry => entry.EndsWith(name!, StringComparison.Ordinal))));
            Assert.That(entries, Has.Some.Contains("/appeals/"));
        }
    }

    [Test]
    public async Task The_first_link_is_in_a_file_of_its_own_and_not_in_what_the_host_prints()
    {
        await using var host = await HostProcess.StartAsync(_data, _database.ConnectionString, SiteHost.Agency);
        var file = Path.Combine(_data, LinkFile);
        var link = (await File.ReadAllTextAsync(file)).Trim();
        using var browser = new HttpClient { BaseAddress = host.Address };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.That(host.Lines, Has.None.Contains("/admin/invitation/").And.Some.Contains(file));
            Assert.That((await browser.PageAsync(link)).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task The_file_of_the_first_link_goes_when_somebody_has_signed_in()
    {
        await using var host = await HostProcess.StartAsync(_data, _database.ConnectionString, SiteHost.Agency);
        using (await Ledger.PressDesk.SignInAsync(host, new Ledger.Ledger(), SiteHost.Agency))
        {
            await host.KillAsync();
        }

        await host.StartAsync();

        Assert.That(File.Exists(Path.Combine(_data, LinkFile)), Is.False);
    }
}
