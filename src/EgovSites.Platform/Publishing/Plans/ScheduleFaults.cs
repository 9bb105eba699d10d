using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing.Plans;

/// <summary>Keeps the central list of failed plans as each tenant's own rows have it.</summary>
public sealed class ScheduleFaults(IDbContextFactory<HostDbContext> hosts, ILogger<ScheduleFaults> log)
{
    public async Task TellCentreAsync(Tenant tenant, SiteDbContext db, CancellationToken cancellation)
    {
        var failed = await db.Set<Translation>().AsNoTracking().Where(row => row.PlanFailedAt != null)
            .Select(row => new ScheduleFault
            {
                TenantId = tenant.Id,
                ItemId = row.ItemId,
                Culture = row.Culture,
                Title = row.Title,
                PlannedFor = row.PublishAt ?? row.WithdrawAt ?? row.PlanFailedAt!.Value,
                FailedAt = row.PlanFailedAt!.Value,
            }).ToListAsync(cancellation);
        await using var host = await hosts.CreateDbContextAsync(cancellation);
        var known = await host.Set<ScheduleFault>().Where(row => row.TenantId == tenant.Id).ToListAsync(cancellation);
        host.RemoveRange(known.Where(row => failed.All(one => (one.ItemId, one.Culture) != (row.ItemId, row.Culture))));
        foreach (var row in known)
        {
            var again = failed.Find(one => (one.ItemId, one.Culture) == (row.ItemId, row.Culture)) ?? row;
            (row.Title, row.PlannedFor, row.FailedAt) = (again.Title, again.PlannedFor, again.FailedAt);
        }

        host.AddRange(failed.Where(one => known.All(row => (one.ItemId, one.Culture) != (row.ItemId, row.Culture))));
        try
        {
            await host.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException error)
        {
            log.LogInformation(error, "Another host told the centre of the same plans of {Tenant}", tenant.Slug);
        }
    }
}
