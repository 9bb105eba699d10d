using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Platform.Backups;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Backups;

/// <summary>A copy is taken while citizens write, proves itself, and comes back whole.</summary>
public sealed class BackupTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("egov-backup-").FullName;

    private string Place => Path.Combine(_folder, "copy");

    [TearDown]
    public void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task What_was_acknowledged_before_a_backup_is_there_after_its_restore()
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(replace: FeedbackHost.WithRoom, onDisk: true);
        await using var desk = new MediaDesk(host, SiteHost.Agency);
        var picture = await desk.AddAsync();
        var (number, code) = await host.Client().ReceiptAsync(files: ("санад.pdf", CitizenForm.Pdf));
        var made = await host.Services.GetRequiredService<Backup>().RunAsync(Place);
        var (later, _) = await host.Client().ReceiptAsync();
        var check = host.Services.GetRequiredService<BackupCheck>();
        var (manifest, troubles) = await BackupCheck.RunAsync(Place);
        var since = await check.SinceAsync(manifest);

        Assert.That((made.Place, troubles), Is.EqualTo((Place, (string[])[])));
        Assert.That(since, Has.One.StartsWith($"{SiteHost.Agency}: ").And.Contains("Appeals +1"));
        await using var second = await RestoredAsync(host);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await second.Client().StatusAsync(number, code)).Status, Is.EqualTo(200));
            Assert.That(await second.StoredAsync<Appeal>(row => row.Number == later), Is.Empty);
            Assert.That(File.Exists(await FileOfAsync(second, number)), Is.True);
            Assert.That(
                Directory.GetDirectories(second.DataFolder, picture.Id, SearchOption.AllDirectories), Is.Not.Empty);
            Assert.That(
                Mode(second.Services.GetRequiredService<SiteDatabases>().FileOf(second.Tenant(SiteHost.Agency).Id)),
                Is.EqualTo("wal"));
            Assert.That(Mode(Path.Combine(second.DataFolder, "host.db")), Is.EqualTo("wal"));
        }
    }

    [TestCase("\"path\": \"host.db\"", "\"path\": \"../host.db\"", "leads out")]
    [TestCase("\"path\": \"host.db\"", "\"path\": \"/tmp/host.db\"", "leads out")]
    [TestCase("\"path\": \"host.db\"", "\"path\": \"x/../../host.db\"", "leads out")]
    [TestCase("\"path\": \"host.db\"", "\"path\": null", "lacks a part")]
    [TestCase("\"files\": [", "\"files\": null, \"x\": [", "lacks a part")]
    [TestCase("\"platform\": \"", "\"platform\": null, \"y\": \"", "lacks a part")]
    [TestCase("\"site\": \"\"", "\"site\": \"x\"", "no central store")]
    public async Task A_manifest_that_was_tampered_with_is_refused_before_anything_is_written(
        string written, string tampered, string why)
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.Services.GetRequiredService<Backup>().RunAsync(Place);
        var file = Path.Combine(Place, BackupManifest.FileName);
        var manifest = await File.ReadAllTextAsync(file);
        Assert.That(manifest, Does.Contain(written));
        await File.WriteAllTextAsync(file, manifest.Replace(written, tampered, StringComparison.Ordinal));

        Assert.That(async () => await BackupCheck.RunAsync(Place), Throws.TypeOf<InvalidDataException>()
            .With.Message.Contains(why));
    }

    [Test]
    public async Task A_second_backup_gets_a_folder_of_its_own_and_leaves_the_first_alone()
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var backup = host.Services.GetRequiredService<Backup>();
        Directory.CreateDirectory(Place);
        var first = await backup.RunAsync(Place);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await backup.RunAsync(Place);

        Assert.That(Path.GetDirectoryName(first.Place), Is.EqualTo(Place));
        Assert.That(second.Place, Is.Not.EqualTo(first.Place));
        Assert.That((await BackupCheck.RunAsync(first.Place)).Troubles, Is.Empty);
    }

    [Test]
    public async Task A_changed_byte_a_lost_file_and_a_missing_sheet_are_found_and_nothing_is_restored()
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.Client().PageAsync("/admin/sign-in");
        var (_, manifest) = await host.Services.GetRequiredService<Backup>().RunAsync(Place);
        var key = manifest.Files.First(file => file.Path.StartsWith("keys", StringComparison.Ordinal)).Path;
        Flip(Path.Combine(Place, manifest.Stores[0].Path));
        File.Delete(Path.Combine(Place, key));
        var (_, troubles) = await BackupCheck.RunAsync(Place);
        var restore = Restoring(host, Path.Combine(_folder, "data"));

        Assert.That(troubles, Has.Some.Contains(manifest.Stores[0].Path).And.Some.Contains(key));
        Assert.That(async () => await restore.RunAsync(Place), Throws.TypeOf<InvalidDataException>()
            .With.Message.Contains("Nothing was restored"));
        Assert.That(Directory.Exists(Path.Combine(_folder, "data")), Is.False);
        File.Delete(Path.Combine(Place, BackupManifest.FileName));
        Assert.That(async () => await BackupCheck.RunAsync(Place), Throws.TypeOf<InvalidDataException>()
            .With.Message.Contains("no finished backup"));
    }

    [Test]
    public async Task A_backup_comes_back_into_an_empty_folder_only()
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.Services.GetRequiredService<Backup>().RunAsync(Place);

        Assert.That(async () => await host.Services.GetRequiredService<Restore>().RunAsync(Place),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("is not empty"));
    }

    [Test]
    public async Task A_damaged_site_is_named_and_the_others_are_copied()
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync();
        var file = host.Services.GetRequiredService<SiteDatabases>().FileOf(host.Tenant(SiteHost.Agency).Id);
        await host.RestartAsync(_ => File.WriteAllBytes(file, new byte[8192]));
        var (_, manifest) = await host.Services.GetRequiredService<Backup>().RunAsync(Place);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(manifest.Stores.Single(store => store.Trouble.Length > 0).Site, Is.EqualTo(SiteHost.Agency));
            Assert.That(manifest.Stores.Where(store => store.Trouble.Length == 0)
                .Select(store => store.Site), Is.SupersetOf([SiteHost.OtherAgency, "portal", ""]));
            Assert.That((await BackupCheck.RunAsync(Place)).Troubles, Has.One.Contains("was not copied"));
        }
    }

    [Test]
    public async Task On_PostgreSQL_the_verb_says_what_to_do_instead()
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Ignore("This run is on SQLite.");
        }

        var host = await SharedHost.GetAsync();
        Assert.That(async () => await host.Services.GetRequiredService<Backup>().RunAsync(Place),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("pg_dump"));
    }

    private async Task<SiteHost> RestoredAsync(SiteHost source)
    {
        var data = Path.Combine(_folder, "data");
        await Restoring(source, data).RunAsync(Place);
        SqliteConnection.ClearAllPools();
        return await SiteHost.StartOnAsync(data, FeedbackHost.WithRoom);
    }

    // As the verb does: services of a host that was never started, over the new folder.
    private static Restore Restoring(SiteHost host, string data) => EgovSites.Host.Composition
        .Build([],
            new Dictionary<string, string?> { ["Storage:DataFolder"] = data, ["Logging:LogLevel:Default"] = "Error" },
            services => services.AddSingleton<TimeProvider>(host.Clock))
        .Services.GetRequiredService<Restore>();

    private static async Task<string> FileOfAsync(SiteHost host, string number)
    {
        var appeal = await host.AppealAsync(number);
        var file = (await host.StoredAsync<AppealFile>(row => row.AppealId == appeal.Id)).Single();
        return (await host.Services.GetRequiredService<AppealFiles>().FindAsync(appeal.TenantId, file.Id))!;
    }

    private static void Flip(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    private static string? Mode(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        return command.ExecuteScalar()?.ToString();
    }

    private static void IgnoreOnPostgres()
    {
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("The verb copies SQLite files.");
        }
    }
}
