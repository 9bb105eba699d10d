using System.Data.Common;
using System.Globalization;
using System.Text;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace EgovSites.Platform.Storage.Engines;

/// <summary>
/// Creates the shared PostgreSQL tables and puts every tenant-owned one behind forced row level security.
/// </summary>
internal static class Postgres
{
    // One number for the advisory lock that keeps two starting hosts from creating the tables twice.
    private const long SchemaLock = 0x45474F56;

    private const string Prepare = "Let its owner run 'egov database prepare --role NAME' with the name of this one.";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>
    /// As given, with short limits where it names none: a server that does not answer must not hold threads for
    /// minutes.
    /// </summary>
    public static string ConnectionString(string given)
    {
        var builder = new NpgsqlConnectionStringBuilder(given);
        var named = new DbConnectionStringBuilder { ConnectionString = given }.Keys.Cast<string>()
            .Select(key => key.Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        builder.Timeout = named.Contains(nameof(builder.Timeout)) ? builder.Timeout : 3;
        builder.CommandTimeout = named.Contains(nameof(builder.CommandTimeout)) ? builder.CommandTimeout : 5;
        builder.CancellationTimeout = named.Contains(nameof(builder.CancellationTimeout)) ? builder.CancellationTimeout
            : 1000;
        return builder.ConnectionString;
    }

    /// <summary>
    /// Makes or grows the tables where the role of the connection may; one that does not own them only has their
    /// version compared; true when they have grown. With <paramref name="apart"/> a role that owns them is refused.
    /// </summary>
    public static async Task<bool> EnsureAsync(
        HostDbContext host, SiteDatabases sites, bool apart, CancellationToken cancellation)
    {
        await RefuseBypassAsync(host, cancellation);
        await using var transaction = await LockAsync(host, cancellation);
        var isThere = await HasTablesAsync(host, cancellation);
        if (!isThere && (apart || !await PostgresRoles.MayMakeAsync(host, cancellation)))
        {
            throw new InvalidDataException($"The database has no tables for this role. {Prepare}");
        }

        var isOwner = !isThere || await PostgresRoles.OwnsTablesAsync(host, cancellation);
        if (isOwner && apart)
        {
            throw new InvalidDataException(
                $"The role of the connection string owns the tables, and Storage:RequireSeparateOwner forbids that. {Prepare}");
        }

        var hasGrown = await GrowAsync(host, sites, isThere, isOwner, cancellation);
        await transaction.CommitAsync(cancellation);
        return hasGrown;
    }

    /// <summary>Makes or grows the tables as their owner, and lets another role work with the rows.</summary>
    public static async Task PrepareAsync(
        HostDbContext host, SiteDatabases sites, string role, CancellationToken cancellation)
    {
        await PostgresRoles.RefuseServingAsync(host, role, cancellation);
        await using var transaction = await LockAsync(host, cancellation);
        var isThere = await HasTablesAsync(host, cancellation);
        if (isThere && !await PostgresRoles.OwnsTablesAsync(host, cancellation))
        {
            throw new InvalidDataException(
                "The tables belong to another role than that of the connection string: a superuser moves them with REASSIGN OWNED.");
        }

        await GrowAsync(host, sites, isThere, isOwner: true, cancellation);
        await PostgresRoles.GrantAsync(host, role, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<IDbContextTransaction> LockAsync(HostDbContext host, CancellationToken cancellation)
    {
        // Making or growing all tables, or waiting for the host that does, takes its time.
        host.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var transaction = await host.Database.BeginTransactionAsync(cancellation);
        await host.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SchemaLock})", cancellation);
        return transaction;
    }

    private static async Task<bool> GrowAsync(
        HostDbContext host, SiteDatabases sites, bool isThere, bool isOwner, CancellationToken cancellation)
    {
        if (!isThere)
        {
            await using var site = sites.OpenUnseen("");
            await host.Database.ExecuteSqlRawAsync(Script(host, site), cancellation);
        }

        var version = await host.Database.SqlQuery<int>($"SELECT \"Version\" AS \"Value\" FROM host.\"SchemaVersion\"")
            .SingleAsync(cancellation);
        if (version > Schema.Version)
        {
            throw new InvalidDataException(
                $"The database has schema version {version}; this program needs {Schema.Version}.");
        }

        if (version < Schema.Version)
        {
            await using var site = sites.OpenUnseen("");
            await host.Database.ExecuteSqlRawAsync(isOwner ? await GrowthAsync(host, site, cancellation)
                : throw new InvalidDataException(
                $"The database has schema version {version}; this program needs {Schema.Version}. {Prepare}"),
                cancellation);
        }

        return version < Schema.Version;
    }

    /// <summary>Whether a platform lives here; tables that were only prepared are none.</summary>
    public static async Task<bool> ExistsAsync(HostDbContext host, CancellationToken cancellation)
    {
        if (!await HasTablesAsync(host, cancellation))
        {
            return false;
        }

        // Older programs kept no record of the platform, and always began with its sites.
        var isRecorded = await host.Database
            .SqlQuery<bool>($"SELECT to_regclass('host.\"Platform\"') IS NOT NULL AS \"Value\"")
            .SingleAsync(cancellation);
        return !isRecorded || await host.Set<PlatformRecord>().AnyAsync(cancellation)
            || await host.Tenants.AnyAsync(cancellation);
    }

    private static Task<bool> HasTablesAsync(HostDbContext host, CancellationToken cancellation) => host.Database
        .SqlQuery<bool>(
            $"SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'host' AND table_name = 'SchemaVersion') AS \"Value\"")
        .SingleAsync(cancellation);

    // A superuser walks past row level security, and with it past the wall between tenants.
    private static async Task RefuseBypassAsync(HostDbContext host, CancellationToken cancellation)
    {
        var bypasses = await host.Database
            .SqlQuery<bool>(
                $"SELECT (rolsuper OR rolbypassrls) AS \"Value\" FROM pg_roles WHERE rolname = current_user")
            .SingleAsync(cancellation);
        if (bypasses)
        {
            throw new InvalidOperationException(
                "The PostgreSQL role may bypass row level security. Connect as an ordinary role that owns the database.");
        }
    }

    private static string Script(HostDbContext host, SiteDbContext site)
    {
        var script = new StringBuilder()
            .AppendLine(host.Database.GenerateCreateScript())
            .AppendLine(site.Database.GenerateCreateScript());
        foreach (var entity in site.Model.GetEntityTypes())
        {
            Wall(script, entity.GetTableName()!);
        }

        return script
            .Append(PostgresDuties.Script)
            .AppendLine("CREATE TABLE host.\"SchemaVersion\" (\"Version\" int NOT NULL);")
            .AppendLine(Invariant, $"INSERT INTO host.\"SchemaVersion\" VALUES ({Schema.Version});")
            .Replace("{", "{{").Replace("}", "}}")
            .ToString();
    }

    private static async Task<string> GrowthAsync(
        HostDbContext host, SiteDbContext site, CancellationToken cancellation)
    {
        var connection = host.Database.GetDbConnection();
        var ofHost = await SchemaGrowth.FindAsync(host, connection, cancellation);
        var ofSite = await SchemaGrowth.FindAsync(site, connection, cancellation);
        var script = new StringBuilder().AppendJoin('\n', ofHost.Commands).AppendJoin('\n', ofSite.Commands);
        foreach (var table in ofSite.NewTables)
        {
            Wall(script, table);
        }

        return script.AppendLine(PostgresDuties.Script).Append(PostgresDuties.FirstNotes)
            .AppendLine(Invariant, $"UPDATE host.\"SchemaVersion\" SET \"Version\" = {Schema.Version};")
            .Replace("{", "{{").Replace("}", "}}").ToString();
    }

    private static void Wall(StringBuilder script, string name)
    {
        var table = $"site.\"{name}\"";
        script.AppendLine(Invariant, $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;")
            .AppendLine(Invariant, $"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;")
            .AppendLine(Invariant,
                $"CREATE POLICY tenant ON {table} USING (\"TenantId\" = current_setting('app.tenant', true)) WITH CHECK (\"TenantId\" = current_setting('app.tenant', true));");
    }
}
