using System.Collections.Concurrent;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Storage.Engines;

/// <summary>
/// Creates the tables of both databases. A new file is made straight from the model and stamped with
/// <see cref="Version"/>; an older one grows what it lacks; one of a newer program is refused (ADR 0003).
/// </summary>
public sealed class Schema(
    IDbContextFactory<HostDbContext> hosts, SiteDatabases sites, DataFolder folder, PlatformIdentity identity,
    IOptions<StorageOptions> options)
{
    public const int Version = 4;

    private readonly ConcurrentDictionary<int, IReadOnlyList<string>> _siteGrowth = [];
    private string? _siteScript;

    /// <summary>True when this start has brought an older central store up to this program's version.</summary>
    public bool HasGrown { get; private set; }

    /// <summary>Whether there is a central store, be it damaged.</summary>
    public async Task<bool> HostExistsAsync(CancellationToken cancellation = default)
    {
        if (!options.Value.UsesPostgres)
        {
            return File.Exists(folder.CentralFile);
        }

        await using var host = await hosts.CreateDbContextAsync(cancellation);
        return await Postgres.ExistsAsync(host, cancellation);
    }

    /// <summary>
    /// Makes a new platform's central store. Throws <see cref="InvalidDataException"/> beside the sites, keys or id of
    /// an earlier one: a centre that went missing comes back from a backup, never as an empty one under the real
    /// address.
    /// </summary>
    public async Task CreateHostAsync(CancellationToken cancellation = default)
    {
        await RefuseUsedAsync(cancellation);
        await using var host = await hosts.CreateDbContextAsync(cancellation);
        if (options.Value.UsesPostgres)
        {
            await Postgres.EnsureAsync(host, sites, options.Value.RequireSeparateOwner, cancellation);
        }
        else
        {
            await SqliteFile.CreateAsync(
                folder.CentralFile, host.Database.GenerateCreateScript(), mark: 0, cancellation);
        }

        await identity.BindAsync(cancellation);
    }

    /// <summary>
    /// Checks the central store and lets it grow; throws <see cref="InvalidDataException"/> when there is none.
    /// </summary>
    public async Task EnsureHostAsync(CancellationToken cancellation = default)
    {
        if (!await HostExistsAsync(cancellation))
        {
            throw new InvalidDataException(folder.IsUsed
                ? $"{MissingCentre} Restore it from a backup, or wait until its disk is there."
                : $"There is no platform in {folder.Place}{(options.Value.UsesPostgres ? " and its database" : "")}. 'egov init' makes a new one.");
        }

        await using var host = await hosts.CreateDbContextAsync(cancellation);
        HasGrown = options.Value.UsesPostgres
            ? await Postgres.EnsureAsync(host, sites, options.Value.RequireSeparateOwner, cancellation)
            : await SqliteFile.CheckAsync(
                folder.CentralFile, mark: 0, async (connection, _) =>
                    (await SchemaGrowth.FindAsync(host, connection, cancellation)).Commands, cancellation);
        await identity.BindAsync(cancellation);
    }

    /// <summary>
    /// Makes or grows the tables as their owner, and lets <paramref name="role"/> serve with them. Throws
    /// <see cref="InvalidDataException"/> for a role that could not be held by the wall, and on SQLite, which has no
    /// roles.
    /// </summary>
    public async Task PrepareAsync(string role, CancellationToken cancellation = default)
    {
        if (!options.Value.UsesPostgres)
        {
            throw new InvalidDataException(
                "Only a PostgreSQL database is prepared; give its connection string with --database.");
        }

        await using var host = await hosts.CreateDbContextAsync(cancellation);
        await Postgres.PrepareAsync(host, sites, role, cancellation);
    }

    /// <summary>Whether the role that serves could take the wall between tenants down.</summary>
    public async Task<bool> IsServedByOwnerAsync(CancellationToken cancellation = default)
    {
        await using var host = await hosts.CreateDbContextAsync(cancellation);
        return options.Value.UsesPostgres && await PostgresRoles.OwnsTablesAsync(host, cancellation);
    }

    /// <summary>Makes one tenant's database; on PostgreSQL its tables are there already.</summary>
    public async Task CreateSiteAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        if (options.Value.UsesPostgres)
        {
            return;
        }

        await using var site = sites.OpenUnseen(tenant.Id);
        _siteScript ??= site.Database.GenerateCreateScript();
        await SqliteFile.CreateAsync(sites.FileOf(tenant.Id), _siteScript, identity.FileMark, cancellation);
    }

    /// <summary>
    /// Refuses a tenant whose file is missing, empty, of a newer program, of another platform or of another site: an
    /// empty site is never started silently. An older file grows what it lacks.
    /// </summary>
    public async Task CheckSiteAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        if (!options.Value.UsesPostgres)
        {
            var file = sites.FileOf(tenant.Id);
            await SqliteFile.CheckAsync(
                file, identity.FileMark, (connection, version) =>
                    SiteGrowthAsync(tenant, connection, version, cancellation), cancellation);
            await SqliteFile.RefuseOthersAsync(file, tenant.Id, cancellation);
        }
    }

    /// <summary>
    /// Reads a tenant's whole file and throws <see cref="InvalidDataException"/> with the first damage found; on
    /// PostgreSQL the server looks after its pages itself.
    /// </summary>
    public Task InspectSiteAsync(Tenant tenant, CancellationToken cancellation = default) => options.Value.UsesPostgres
        ? Task.CompletedTask
        : SqliteFile.InspectAsync(sites.FileOf(tenant.Id), SqliteOpenMode.ReadWrite, cancellation);

    private string MissingCentre => options.Value.UsesPostgres
        ? $"The database is empty, but the data folder {folder.Place} is that of a platform."
        : $"The central file {folder.CentralFile} is missing, but the sites or keys of a platform lie beside it.";

    private async Task RefuseUsedAsync(CancellationToken cancellation)
    {
        if (await HostExistsAsync(cancellation))
        {
            throw new InvalidDataException(
                $"There is a platform in {folder.Place} or its database already; nothing was made.");
        }

        if (folder.IsUsed)
        {
            throw new InvalidDataException(
                $"{MissingCentre} No new platform is made over it: restore the centre from a backup.");
        }

        if (options.Value.Platform.Length > 0)
        {
            throw new InvalidDataException(
                $"The settings name platform {options.Value.Platform}, and it is not here; no new one is made in its place.");
        }
    }

    // All tenants' files of one version lack the same.
    private async Task<IReadOnlyList<string>> SiteGrowthAsync(
        Tenant tenant, SqliteConnection connection, int version, CancellationToken cancellation)
    {
        if (_siteGrowth.TryGetValue(version, out var known))
        {
            return known;
        }

        await using var site = sites.OpenUnseen(tenant.Id);
        return _siteGrowth[version] = (await SchemaGrowth.FindAsync(site, connection, cancellation)).Commands;
    }
}
