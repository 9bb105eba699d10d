using EgovSites.Tests.Host.Ledger;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Auditing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EgovSites.Tests.Host.Commands;

/// <summary>
/// On PostgreSQL one role owns the tables, and another, which serves, cannot take the wall between tenants down.
/// </summary>
[NonParallelizable]
public class DatabaseCommandTests
{
    private const string Owner = "egov_owner";

    private readonly string _data = Directory.CreateTempSubdirectory("egov-owner-").FullName;

    [SetUp]
    public void OnlyOnPostgres()
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Ignore("SQLite knows no roles; this run is on SQLite.");
        }
    }

    [TearDown]
    public void Clean() => Directory.Delete(_data, recursive: true);

    [Test]
    public async Task A_role_that_owns_nothing_serves_everything_and_takes_no_wall_down()
    {
        await using var server = await StartServerAsync();
        Assert.That(Run(server.ConnectionString, "init"), Is.EqualTo(1), "not prepared");
        Assert.That(Prepare(server), Is.Zero);
        await using (var host = await HostProcess.StartAsync(_data, server.ConnectionString, SiteHost.Agency))
        {
            var ledger = await WorkAsync(host);
            Assert.That(ledger.Acknowledged.Select(entry => entry.Kind)
                .Distinct(), Is.EquivalentTo([Citizen.Kind, PressDesk.Kind]), string.Join('\n', ledger.Surprises));
            Assert.That(Run(server.ConnectionString, "tenants", "add", SiteHost.OtherAgency), Is.Zero);
            Assert.That(host.Lines, Has.None.Contains("owns the tables"));
        }

        foreach (var sql in new[]
        {
            "TRUNCATE site.\"Publications\" CASCADE",
            "ALTER TABLE site.\"Publications\" NO FORCE ROW LEVEL SECURITY",
            "ALTER TABLE site.\"Publications\" DISABLE ROW LEVEL SECURITY",
            "DROP POLICY tenant ON site.\"Publications\"",
            "DROP TABLE site.\"Publications\" CASCADE",
            "CREATE TABLE site.mine (id int)",
            "UPDATE host.\"SchemaVersion\" SET \"Version\" = 1",
            $"SET ROLE {Owner}",
        })
        {
            Assert.That(async () => await OwnPostgres.SqlAsync(server.ConnectionString, sql),
                Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState))
                    .EqualTo(PostgresErrorCodes.InsufficientPrivilege), sql);
        }
    }

    [Test]
    public async Task An_older_database_is_grown_by_its_owner_and_by_nobody_else()
    {
        await using var server = await StartServerAsync();
        Assert.That(Prepare(server), Is.Zero);
        Assert.That(Run(server.ConnectionString, "init"), Is.Zero);
        await OwnPostgres.SqlAsync(server.ConnectionOf(Owner),
            "UPDATE host.\"SchemaVersion\" SET \"Version\" = 2; DROP TABLE host.\"Letters\"");

        var refused = Run(server.ConnectionString, "tenants", "list");
        var grown = Prepare(server);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((refused, grown), Is.EqualTo((1, 0)));
            Assert.That(Run(server.ConnectionString, "tenants", "list"), Is.Zero);
            Assert.That(async () =>
                await OwnPostgres.SqlAsync(server.ConnectionString, "DELETE FROM host.\"Letters\""), Throws.Nothing);
        }
    }

    [Test]
    public async Task Only_a_role_apart_from_the_owner_can_be_prepared_for()
    {
        await using var server = await StartServerAsync();
        await OwnPostgres.SqlAsync(server.ConnectionOf("postgres"),
            $"CREATE ROLE member LOGIN IN ROLE {Owner}; CREATE ROLE walker LOGIN BYPASSRLS");

        foreach (var role in new[] { Owner, "member", "walker", "postgres", "nobody", "x\"; DROP ROLE egov; --" })
        {
            Assert.That(Prepare(server, role), Is.EqualTo(1), role);
        }

        Assert.That(Prepare(server), Is.Zero);
    }

    [Test]
    public async Task A_serving_role_that_owns_the_tables_is_warned_of_or_refused_as_the_settings_say()
    {
        var recorder = new LevelRecorder(LogLevel.Warning);
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, recorder.AddTo);
        Assert.That(recorder.Take(), Has.Some.Contains("owns the tables"));

        var strict =
            host.RestartAsync(settings: new Dictionary<string, string?> { ["Storage:RequireSeparateOwner"] = "true" });

        Assert.That(async () => await strict, Throws.TypeOf<InvalidDataException>()
            .With.Message.Contains("database prepare"));
    }

    private static async Task<OwnPostgres> StartServerAsync()
    {
        var server = await OwnPostgres.StartAsync();
        if (server is null)
        {
            Assert.Ignore("No PostgreSQL programs are here to start a cluster of one's own with.");
        }

        await OwnPostgres.SqlAsync(
            server!.ConnectionOf("postgres"), $"CREATE ROLE {Owner} LOGIN; ALTER DATABASE egov OWNER TO {Owner}");
        return server;
    }

    // Until an appeal and a publication are acknowledged.
    private static async Task<Ledger.Ledger> WorkAsync(HostProcess host)
    {
        var ledger = new Ledger.Ledger();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var desk = await PressDesk.SignInAsync(host, ledger, SiteHost.Agency);
        var crowd = new[] { desk.RunAsync(end.Token), new Citizen(host.Address, ledger, SiteHost.Agency, 0)
            .RunAsync(end.Token) };
        while (!end.IsCancellationRequested && ledger.Acknowledged.Select(entry => entry.Kind).Distinct().Count() < 2)
        {
            await Task.Delay(100);
        }

        await end.CancelAsync();
        await Task.WhenAll(crowd);
        return ledger;
    }

    private int Prepare(OwnPostgres server, string role = "egov") =>
        Run(server.ConnectionOf(Owner), "database", "prepare", "--role", role);

    private int Run(string database, params string[] verb) =>
        Verbs.Run([.. verb, "--data", _data, "--database", database]);
}
