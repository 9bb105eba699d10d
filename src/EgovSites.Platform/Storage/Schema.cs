using System.Collections.Concurrent;
using System.Globalization;
using EgovSites.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Storage;

/// <summary>
/// Creates the tables of both databases. A new file is made straight from the model and stamped with <see cref="Version"/>;
/// an older one grows what it lacks; one of a newer program is refused (ADR 0003).
/// </summary>
public sealed class Schema(IDbContextFactory<HostDbContext> hosts, SiteDatabases sites, IOptions<StorageOptions> options)
{
    public const int Version = 3;

    private readonly ConcurrentDictionary<int, IReadOnlyList<string>> _siteGrowth = [];
    private string? _siteScript;

    /// <summary>Makes the central database where there is none.</summary>
    public async Task EnsureHostAsync(CancellationToken cancellation = default)
    {
        await using var host = await hosts.CreateDbContextAsync(cancellation);
        if (options.Value.UsesPostgres)
        {
            await Postgres.EnsureAsync(host, sites, cancellation);
            return;
        }

        var file = Path.Combine(Path.GetFullPath(options.Value.DataFolder), "host.db");
        if (!File.Exists(file))
        {
            await CreateFileAsync(file, host.Database.GenerateCreateScript(), cancellation);
        }

        await CheckFileAsync(file, async (connection, _) => (await SchemaGrowth.FindAsync(host, connection, cancellation)).Commands, cancellation);
    }

    /// <summary>Makes one tenant's database; on PostgreSQL its tables are there already.</summary>
    public async Task CreateSiteAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        if (options.Value.UsesPostgres)
        {
            return;
        }

        await using var site = sites.Open(tenant);
        _siteScript ??= site.Database.GenerateCreateScript();
        await CreateFileAsync(sites.FileOf(tenant.Id), _siteScript, cancellation);
    }

    /// <summary>
    /// Refuses a tenant whose file is missing, empty or of a newer program: an empty site is never started silently. An older
    /// file grows what it lacks.
    /// </summary>
    public Task CheckSiteAsync(Tenant tenant, CancellationToken cancellation = default) => options.Value.UsesPostgres
        ? Task.CompletedTask
        : CheckFileAsync(sites.FileOf(tenant.Id), (connection, version) => SiteGrowthAsync(tenant, connection, version, cancellation), cancellation);

    /// <summary>
    /// Reads a tenant's whole file and throws <see cref="InvalidDataException"/> with the first damage found; on PostgreSQL the
    /// server looks after its pages itself.
    /// </summary>
    public async Task InspectSiteAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        if (options.Value.UsesPostgres)
        {
            return;
        }

        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = sites.FileOf(tenant.Id), Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (await command.ExecuteScalarAsync(cancellation) is not "ok")
        {
            throw new InvalidDataException($"The database of {tenant.Slug} is damaged. Restore it from a backup.");
        }
    }

    // All tenants' files of one version lack the same.
    private async Task<IReadOnlyList<string>> SiteGrowthAsync(Tenant tenant, SqliteConnection connection, int version, CancellationToken cancellation)
    {
        if (_siteGrowth.TryGetValue(version, out var known))
        {
            return known;
        }

        await using var site = sites.Open(tenant);
        return _siteGrowth[version] = (await SchemaGrowth.FindAsync(site, connection, cancellation)).Commands;
    }

    private static async Task CreateFileAsync(string file, string script, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"PRAGMA journal_mode=WAL; BEGIN; {script} PRAGMA user_version={Version}; COMMIT;");
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task CheckFileAsync(
        string file, Func<SqliteConnection, int, Task<IReadOnlyList<string>>> growth, CancellationToken cancellation)
    {
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
        {
            throw new InvalidDataException($"The database file {file} is missing or empty. Restore it from a backup.");
        }

        // Asked over a connection: a file stream that closes drops every lock this process holds on the file (SQLite, "How to
        // corrupt", 2.2), and the next outsider takes the write-ahead log away under the pooled connections.
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
        if (version is 0 or > Version)
        {
            throw new InvalidDataException($"The database file {file} has version {version}; this program needs {Version}.");
        }

        if (version < Version)
        {
            await GrowAsync(connection, await growth(connection, version), cancellation);
        }

        // A file restored from a copy made by VACUUM INTO has lost this mode.
        command.CommandText = "PRAGMA journal_mode=WAL";
        await command.ExecuteScalarAsync(cancellation);
    }

    private static async Task GrowAsync(SqliteConnection connection, IEnumerable<string> commands, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"BEGIN IMMEDIATE; {string.Join('\n', commands)} PRAGMA user_version={Version}; COMMIT;");
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
