using System.Collections.Concurrent;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Theming.OtherHosts;

/// <summary>
/// Tells other hosts on the same database that a site changed, and hears it from them; on SQLite there are none.
/// </summary>
public sealed class ChangedSites(IDbContextFactory<HostDbContext> hosts, IOptions<StorageOptions> options)
{
    private readonly ConcurrentDictionary<string, long> _heard = new(StringComparer.Ordinal);

    /// <summary>Whether another host may serve the same sites.</summary>
    public bool HaveOthers => options.Value.UsesPostgres;

    /// <summary>
    /// Called after the change itself is committed and thrown away here; throws what the store throws.
    /// </summary>
    public async Task TellAsync(Tenant tenant, CancellationToken cancellation)
    {
        if (!HaveOthers)
        {
            return;
        }

        await using var db = await hosts.CreateDbContextAsync(cancellation);
        await using var turn = await db.Database.BeginTransactionAsync(cancellation);
        if (!await CountAsync(db, tenant, cancellation))
        {
            await BeginAsync(tenant, cancellation);
            await CountAsync(db, tenant, cancellation);
        }

        var times = await db.Set<ChangedSite>().Where(row => row.TenantId == tenant.Id).Select(row => row.Times)
            .SingleAsync(cancellation);
        await turn.CommitAsync(cancellation);
        // Only when nobody else told something in between that is yet to be heard.
        _heard.TryUpdate(tenant.Id, times, times - 1);
    }

    /// <summary>The ids of the sites that changed elsewhere since the last call.</summary>
    public async Task<IReadOnlyList<string>> HearAsync(CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var told = await db.Set<ChangedSite>().AsNoTracking().ToListAsync(cancellation);
        var news = told.Where(row => _heard.GetValueOrDefault(row.TenantId) < row.Times).ToList();
        foreach (var row in news)
        {
            _heard[row.TenantId] = row.Times;
        }

        return [.. news.Select(row => row.TenantId)];
    }

    private static async Task<bool> CountAsync(HostDbContext db, Tenant tenant, CancellationToken cancellation) =>
        await db.Set<ChangedSite>().Where(row => row.TenantId == tenant.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Times, one => one.Times + 1), cancellation) > 0;

    // Outside the turn: a row that another host made at the same moment must not end it.
    private async Task BeginAsync(Tenant tenant, CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        db.Add(new ChangedSite { TenantId = tenant.Id });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // It is there already.
        }
    }
}
