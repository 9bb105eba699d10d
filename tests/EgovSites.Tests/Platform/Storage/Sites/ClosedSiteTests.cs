using System.Diagnostics;
using System.Globalization;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Storage.Sites;

/// <summary>One bad file of many closes its own site, says so, and harms nobody else.</summary>
public class ClosedSiteTests
{
    private const string Page = $"/site/{SiteHost.Agency}/tg";

    [TestCase("tg", "Сомона барои таъмир баста аст")]
    [TestCase("ru", "Сайт закрыт на восстановление")]
    [TestCase("en", "This site is closed for repair")]
    public async Task A_site_with_a_damaged_head_is_closed_for_repair_and_the_others_go_on(string culture, string title)
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync();
        await host.RestartAsync(DamageOf(host, file => Overwrite(file, 0)));
        var closed = await host.Client().PageAsync($"/site/{SiteHost.Agency}/{culture}/news");
        var ready = await host.Client().GetStringAsync("/healthz/ready");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(closed.Status, Is.EqualTo(503));
            Assert.That(closed.All($"[lang={culture}] h1, section[lang={culture}] h2, h1[lang={culture}]"),
                Does.Contain(title));
            Assert.That((await host.Client().PageAsync($"/site/{SiteHost.OtherAgency}/{culture}/news"))
                .Status, Is.EqualTo(200));
            Assert.That((await host.Client().PageAsync($"/{culture}")).Status, Is.EqualTo(200));
            Assert.That(ready, Does.Contain($"closed for repair: {SiteHost.Agency}"));
        }
    }

    [TestCase("PRAGMA user_version=0")]
    [TestCase("PRAGMA user_version=99")]
    public async Task A_site_of_another_version_is_not_written_to(string change)
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync();
        await host.RestartAsync(DamageOf(host, file => Run(file, change)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await host.Client().PageAsync(Page)).Status, Is.EqualTo(503));
            Assert.That(() => host.Services.GetRequiredService<SiteDatabases>()
                .Open(host.Tenant(SiteHost.Agency)), Throws.TypeOf<SiteClosedException>());
        }
    }

    [Test]
    public async Task A_site_is_opened_again_once_its_file_is_sound()
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.RestartAsync(DamageOf(host, file => Run(file, "PRAGMA user_version=99")));
        Assert.That((await host.Client().PageAsync(Page)).Status, Is.EqualTo(503));
        var tenant = host.Tenant(SiteHost.Agency);
        Run(host.Services.GetRequiredService<SiteDatabases>()
            .FileOf(tenant.Id), $"PRAGMA user_version={Schema.Version}");

        var isOpen = await host.Services.GetRequiredService<SiteCheck>()
            .RunAsync(tenant, CancellationToken.None, isThorough: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isOpen, Is.True);
            Assert.That((await host.Client().PageAsync(Page)).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Damage_within_a_file_is_found_by_the_nightly_look()
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.RestartAsync(DamageOf(host, file => Overwrite(file, 4096)));
        var tenant = host.Tenant(SiteHost.Agency);

        Assert.That(await host.Services.GetRequiredService<SiteCheck>()
            .RunAsync(tenant, CancellationToken.None, isThorough: true), Is.False);
    }

    [Test]
    public async Task A_file_that_lost_its_log_mode_gets_it_back()
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.RestartAsync(DamageOf(host, file => Run(file, "PRAGMA journal_mode=DELETE")));

        await host.Client().GetAsync(new Uri(Page, UriKind.Relative));

        var file = host.Services.GetRequiredService<SiteDatabases>().FileOf(host.Tenant(SiteHost.Agency).Id);
        Assert.That(Run(file, "PRAGMA journal_mode"), Is.EqualTo("wal"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_file_that_is_moved_away_or_replaced_takes_no_more_appeals_with_it(bool isReplaced)
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, FeedbackHost.WithRoom);
        await host.Client().ReceiptAsync();
        var tenant = host.Tenant(SiteHost.Agency);
        var file = host.Services.GetRequiredService<SiteDatabases>().FileOf(tenant.Id);
        var copy = file + ".copy";
        Run(file, $"VACUUM INTO '{copy}'");
        foreach (var part in new[] { "", "-wal", "-shm" }.Where(part => File.Exists(file + part)))
        {
            File.Move(file + part, $"{file}.moved{part}");
        }

        if (isReplaced)
        {
            File.Move(copy, file);
        }

        var refused = await host.Client().SendAsync($"/site/{SiteHost.Agency}/tg/feedback", CitizenForm.Filled());
        var closed = await host.Client().PageAsync(Page);
        if (!isReplaced)
        {
            File.Move(copy, file);
        }

        var isOpen = await host.Services.GetRequiredService<SiteCheck>()
            .RunAsync(tenant, CancellationToken.None, isThorough: true);
        var (number, code) = await host.Client().ReceiptAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(503));
            Assert.That(closed.Status, Is.EqualTo(503));
            Assert.That(isOpen, Is.True);
            Assert.That(Run(file, "SELECT COUNT(*) FROM Appeals"), Is.EqualTo("2"));
            Assert.That((await host.Client().StatusAsync(number, code)).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Readers_too_are_told_within_a_second_that_a_file_is_gone()
    {
        IgnoreOnPostgres();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var sites = host.Services.GetRequiredService<SiteDatabases>();
        var tenant = host.Tenant(SiteHost.Agency);
        await using (var db = sites.Open(tenant))
        {
            await db.Database.CanConnectAsync();
            sites.LookAfterFiles();
        }

        File.Delete(sites.FileOf(tenant.Id));
        sites.LookAfterFiles();

        Assert.That(sites.Closed, Contains.Key(tenant.Id));
    }

    // SQLite, "How to corrupt", 2.2: closing any descriptor of a file drops all locks the process holds on it.
    [Test]
    public async Task A_host_that_made_its_sites_in_this_run_holds_their_locks()
    {
        IgnoreOnPostgres();
        if (!File.Exists("/proc/locks"))
        {
            Assert.Ignore("This system has no /proc/locks.");
        }

        await using var host = await SiteHost.StartAsync(SiteHost.Agency, isMadeHere: true);
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        await db.Database.CanConnectAsync();
        Assert.That((await host.Client().PageAsync(Page)).Status, Is.EqualTo(200));
        var file = host.Services.GetRequiredService<SiteDatabases>().FileOf(host.Tenant(SiteHost.Agency).Id);
        // The pooled connection must still hold what an outsider would take from it.
        var inode = await InodeAsync(file);
        var mine = string.Create(CultureInfo.InvariantCulture, $" {Environment.ProcessId} ");
        var locks = (await File.ReadAllLinesAsync("/proc/locks"))
            .Where(line => line.Contains(mine, StringComparison.Ordinal));

        Assert.That(locks, Has.Some.Contains($":{inode} "));
    }

    private static async Task<string> InodeAsync(string file)
    {
        using var stat =
            Process.Start(new ProcessStartInfo("stat", ["-c", "%i", file]) { RedirectStandardOutput = true })!;
        var inode = await stat.StandardOutput.ReadToEndAsync();
        await stat.WaitForExitAsync();
        return inode.Trim();
    }

    // Runs between the stop of one host and the start of the next, where an operator's accident falls.
    private static Action<IServiceCollection> DamageOf(SiteHost host, Action<string> damage)
    {
        var file = host.Services.GetRequiredService<SiteDatabases>().FileOf(host.Tenant(SiteHost.Agency).Id);
        return _ =>
        {
            SqliteConnection.ClearAllPools();
            damage(file);
        };
    }

    private static void Overwrite(string file, long at)
    {
        var noise = new byte[8192];
        new Random(1).NextBytes(noise);
        using var stream = File.OpenWrite(file);
        stream.Position = at;
        stream.Write(noise);
    }

    private static string? Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    private static void IgnoreOnPostgres()
    {
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("On PostgreSQL all sites lie in one database.");
        }
    }
}
