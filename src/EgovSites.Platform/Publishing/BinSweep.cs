using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing;

/// <summary>Deletes for good what has lain in the bin for ninety days; looks once a day.</summary>
public sealed class BinSweep(SiteDatabases sites, TenantDirectory tenants, TimeProvider time, ILogger<BinSweep> log) : BackgroundService
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>How long words are kept that were typed and never saved.</summary>
    public static readonly TimeSpan CopiesKeptFor = TimeSpan.FromDays(30);

    private static readonly TimeSpan LookEvery = TimeSpan.FromDays(1);

    /// <summary>Gives the number of items deleted; their lines in the audit log stay.</summary>
    public async Task<int> SweepAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        var until = time.GetUtcNow() - KeptFor;
        await using var db = sites.Open(tenant);
        var old = db.Set<Item>().Where(item => item.BinnedAt < until);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Set<Revision>().Where(row => old.Any(item => item.Id == row.ItemId)).ExecuteDeleteAsync(cancellation);
        await db.Set<Translation>().Where(row => old.Any(item => item.Id == row.ItemId)).ExecuteDeleteAsync(cancellation);
        await db.Set<PublishedFile>().Where(row => old.Any(item => item.Id == row.ItemId)).ExecuteDeleteAsync(cancellation);
        await db.Set<FormerSlug>().Where(row => old.Any(item => item.Id == row.ItemId)).ExecuteDeleteAsync(cancellation);
        var count = await old.ExecuteDeleteAsync(cancellation);
        var forgotten = time.GetUtcNow() - CopiesKeptFor;
        await db.Set<WorkingCopy>().Where(copy => copy.SeenAt < forgotten).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            foreach (var tenant in tenants.All)
            {
                await TryAsync(tenant, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(Tenant tenant, CancellationToken cancellation)
    {
        try
        {
            await SweepAsync(tenant, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The bin of tenant {Tenant} could not be swept; it will be tried tomorrow", tenant.Slug);
        }
    }
}
