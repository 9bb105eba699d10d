using EgovSites.Host;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host;

/// <summary>
/// A platform is made where somebody asks for one, or where there is nothing at all; never over what is left of
/// another.
/// </summary>
public sealed class FoundingTests
{
    [Test]
    public async Task A_missing_centre_beside_sites_or_keys_is_no_new_platform()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var empty = new TestDatabase();
        await empty.CreateAsync();
        var before = Entries(host.DataFolder);
        var restart = TestDatabase.IsPostgres
            ? StartAsync(host.DataFolder, empty.ConnectionString)
            : host.RestartAsync(
                _ => Move(Path.Combine(host.DataFolder, "host.db"), Path.Combine(host.DataFolder, "away.db")));

        Assert.That(async () => await restart, Throws.TypeOf<InvalidDataException>()
            .With.Message.Contains("Restore it from a backup"));
        Assert.That(Entries(host.DataFolder).Count(entry => entry.EndsWith("site.db", StringComparison.Ordinal)),
            Is.EqualTo(before.Count(entry => entry.EndsWith("site.db", StringComparison.Ordinal))));
        if (!TestDatabase.IsPostgres)
        {
            Assert.That(File.Exists(Path.Combine(host.DataFolder, "host.db")), Is.False);
            Assert.That(Verbs.Run("init", "--data", host.DataFolder), Is.EqualTo(1));
        }
    }

    [TestCase("tenants", "list")]
    [TestCase("tenants", "add", "finance")]
    [TestCase("invite", "admin@egov.tj")]
    [TestCase("outbox", "retry")]
    [TestCase("files", "keep")]
    [TestCase("clock", "confirm")]
    [TestCase("bogus")]
    [TestCase("bakcup", "copy")]
    [TestCase("run", "--dta", "copy")]
    [TestCase("run", "--agencies", "nosuch")]
    [TestCase("run", "--agencies", "-1")]
    public async Task No_verb_makes_a_platform_in_passing(params string[] verb)
    {
        await using var database = new TestDatabase();
        await database.CreateAsync();
        var folder = Path.Combine(Path.GetTempPath(), $"egov-none-{Guid.NewGuid():N}");
        string[] store = TestDatabase.IsPostgres ? ["--database", database.ConnectionString] : [];

        Assert.That(Verbs.Run([.. verb, "--data", folder, .. store]), Is.EqualTo(1));
        Assert.That(Directory.Exists(folder), Is.False);
    }

    [Test]
    public async Task Init_makes_the_portal_alone_and_only_once()
    {
        await using var database = new TestDatabase();
        await database.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("egov-init-").FullName;
        string[] store = TestDatabase.IsPostgres ? ["--database", database.ConnectionString] : [];

        var first = Verbs.Run(["init", "--data", folder, .. store]);
        var second = Verbs.Run(["init", "--data", folder, .. store]);
        await using (var app = await StartAsync(folder, database.ConnectionString))
        {
            Assert.That(app.Services.GetRequiredService<TenantDirectory>()
                .All.Select(tenant => tenant.Slug), Is.EqualTo((string[])["portal"]));
            Assert.That(File.ReadAllText(Path.Combine(folder, DataFolder.IdFile))
                .Trim(), Is.EqualTo(app.Services.GetRequiredService<PlatformIdentity>().Id));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        Assert.That((first, second), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task A_first_start_that_broke_off_goes_on_at_the_next()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await File.WriteAllTextAsync(
            Path.Combine(host.DataFolder, "first-start"), $"{SiteHost.Agency},{SiteHost.OtherAgency}");

        await host.RestartAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(host.Services.GetRequiredService<TenantDirectory>().BySlug(SiteHost.OtherAgency), Is.Not.Null);
            Assert.That(File.Exists(Path.Combine(host.DataFolder, "first-start")), Is.False);
        }
    }

    [Test]
    public async Task A_folder_with_something_in_it_is_not_taken_for_a_new_one()
    {
        await using var database = new TestDatabase();
        await database.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("egov-other-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "letter.txt"), "…");

        Assert.That(async () =>
            await StartAsync(folder, database.ConnectionString), Throws.TypeOf<InvalidDataException>()
                .With.Message.Contains("egov init"));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Another_platforms_folder_is_refused()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var restart =
            host.RestartAsync(_ => File.WriteAllText(Path.Combine(host.DataFolder, DataFolder.IdFile), "another"));

        Assert.That(async () => await restart, Throws.TypeOf<InvalidDataException>()
            .With.Message.Contains("belongs together"));
    }

    [Test]
    public async Task A_second_host_on_one_folder_is_refused_until_the_first_has_left()
    {
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("On PostgreSQL several hosts may serve.");
        }

        await using var host = await SiteHost.StartAsync(SiteHost.Agency);

        Assert.That(async () => await StartAsync(host.DataFolder, ""), Throws.TypeOf<InvalidDataException>()
            .With.Message.Contains("Another host"));
        Assert.That(Verbs.Run("tenants", "list", "--data", host.DataFolder), Is.Zero);
        Assert.That(async () => await host.RestartAsync(), Throws.Nothing);
    }

    [TestCase("PRAGMA application_id=7")]
    [TestCase("UPDATE Settings SET TenantId='another'")]
    public async Task A_file_of_another_platform_or_site_closes_its_site_and_no_other(string change)
    {
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("On PostgreSQL all sites lie in one database.");
        }

        await using var host = await SiteHost.StartAsync();
        var file = host.Services.GetRequiredService<SiteDatabases>().FileOf(host.Tenant(SiteHost.Agency).Id);
        await host.RestartAsync(_ => Run(file, change));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await host.Client().PageAsync($"/site/{SiteHost.Agency}/tg")).Status, Is.EqualTo(503));
            Assert.That((await host.Client().PageAsync($"/site/{SiteHost.OtherAgency}/tg")).Status, Is.EqualTo(200));
            Assert.That(host.Services.GetRequiredService<SiteDatabases>()
                .Closed.Values, Has.One.Contains("belongs to another"));
        }
    }

    private static async Task<WebApplication> StartAsync(string folder, string database)
    {
        var app = Composition.Build(
            ["--environment", "Production", "--applicationName", "EgovSites.Host"], new Dictionary<string, string?>
            {
                ["Storage:DataFolder"] = folder,
                ["Storage:Database"] = database,
                ["Logging:LogLevel:Default"] = "Error",
            });
        try
        {
            await app.Services.GetRequiredService<Start>().RunAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void Move(string from, string to)
    {
        SqliteConnection.ClearAllPools();
        File.Move(from, to);
    }

    private static string[] Entries(string folder) =>
        Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories);

    private static void Run(string file, string sql)
    {
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
