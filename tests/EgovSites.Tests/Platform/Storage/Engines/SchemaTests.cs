using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Rules;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace EgovSites.Tests.Platform.Storage.Engines;

/// <summary>
/// Stores of version 1, as their program made them, grow into what the present program would make anew.
/// </summary>
public class SchemaTests
{
    private const string SqliteShape =
        "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' UNION ALL SELECT name FROM sqlite_master WHERE type = 'index'";

    private const string PostgresShape =
        "SELECT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns WHERE table_schema IN ('host', 'site') "
        + "UNION ALL SELECT schemaname || '.' || indexname FROM pg_indexes WHERE schemaname IN ('host', 'site') "
        + "UNION ALL SELECT 'policy on ' || tablename FROM pg_policies "
        + "UNION ALL SELECT tgname || ' on ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal";

    [Test]
    public async Task A_SQLite_store_of_version_1_grows_into_a_new_one()
    {
        var host = await SharedHost.GetAsync();
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("This run is on PostgreSQL.");
        }

        var folder = Directory.CreateTempSubdirectory("egov-schema-").FullName;
        var old = new Tenant
        {
            Id = "1",
            Slug = "old",
            Standard = "1.0",
            Kind = "ministry",
            Region = "",
            Name = new("а", "а", "a"),
            Body = new("а", "а", "a"),
            CreatedAt = DateTimeOffset.UnixEpoch
        };
        await FillAsync(Path.Combine(folder, "host.db"), "host.sqlite.sql");
        await FillAsync(Path.Combine(folder, "tenants", old.Id, "site.db"), "site.sqlite.sql");
        await using (var provider = Provider(host, folder))
        {
            var schema = provider.GetRequiredService<Schema>();
            await schema.EnsureHostAsync();
            await schema.CheckSiteAsync(old);
        }

        SqliteConnection.ClearAllPools();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ShapeAsync(Path.Combine(folder, "host.db")),
                Is.EquivalentTo(await ShapeAsync(Path.Combine(host.DataFolder, "host.db"))));
            var fresh = host.Services.GetRequiredService<SiteDatabases>().FileOf(host.Tenant(SiteHost.Agency).Id);
            Assert.That(await ShapeAsync(Path.Combine(folder, "tenants", old.Id, "site.db")),
                Is.EquivalentTo(await ShapeAsync(fresh)));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_PostgreSQL_store_of_version_1_grows_into_a_new_one_behind_the_same_walls()
    {
        var host = await SharedHost.GetAsync();
        if (!TestDatabase.IsPostgres)
        {
            Assert.Ignore("This run is on SQLite.");
        }

        await using var database = new TestDatabase();
        await database.CreateAsync();
        await RunAsync(database.ConnectionString, await File.ReadAllTextAsync(Script("postgres.sql")));
        await using (var provider = Provider(host, host.DataFolder, database.ConnectionString))
        {
            await provider.GetRequiredService<Schema>().EnsureHostAsync();
        }

        var fresh = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Database;
        Assert.That(await ReadAsync(new NpgsqlConnection(database.ConnectionString), PostgresShape),
            Is.EquivalentTo(await ReadAsync(new NpgsqlConnection(fresh), PostgresShape)));
    }

    [Test]
    public async Task A_store_of_a_newer_program_is_refused()
    {
        var host = await SharedHost.GetAsync();
        var folder = Directory.CreateTempSubdirectory("egov-schema-").FullName;
        await FillAsync(
            Path.Combine(folder, "host.db"), "host.sqlite.sql", $"PRAGMA user_version={Schema.Version + 1}");
        await using var provider = Provider(host, folder);

        Assert.That(async () => await provider.GetRequiredService<Schema>()
            .EnsureHostAsync(), Throws.TypeOf<InvalidDataException>());
        Directory.Delete(folder, recursive: true);
    }

    private static ServiceProvider Provider(SiteHost host, string folder, string database = "") =>
        new ServiceCollection()
        .AddSingleton(host.Services.GetRequiredService<StorageModel>())
        .AddSingleton(TimeProvider.System)
        .AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(
            new Microsoft.Extensions.Configuration.ConfigurationManager())
        .AddLogging()
        .AddStorage()
        .Configure<StorageOptions>(options => (options.DataFolder, options.Database) = (folder, database))
        .BuildServiceProvider();

    private static string Script(string name) =>
        Path.Combine(SourceRoot.Path, "tests/EgovSites.Tests/Platform/Storage/Version1", name);

    private static async Task FillAsync(string file, string script, string afterwards = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = await File.ReadAllTextAsync(Script(script)) + afterwards;
        await command.ExecuteNonQueryAsync();
    }

    private static Task<List<string>> ShapeAsync(string file) =>
        ReadAsync(new SqliteConnection($"Data Source={file};Pooling=False"), SqliteShape);

    private static async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ReadAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var open = connection;
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
