using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing.Duties;

/// <summary>
/// Finds the sites with something to do that no nudge of this process tells of. SQLite: every file is asked once, after
/// the start, for a process that was killed left it so. PostgreSQL: other hosts write too, so the notes are read all
/// the time.
/// </summary>
public sealed class DutyWatch(
    SiteDatabases sites, TenantDirectory tenants, FileDuties files, NotedDuties noted, OutboxRelay relay,
    PlanWatch plans, TimeProvider time, ILogger<DutyWatch> log)
    : BackgroundService
{
    /// <summary>Who waits for the first page after a start comes first.</summary>
    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>SQLite: asks every file, one after the other; one that cannot be asked holds no other up.</summary>
    public async Task AskFilesAsync(CancellationToken cancellation)
    {
        foreach (var tenant in tenants.All)
        {
            try
            {
                Wake(tenant.Id, await files.OfAsync(tenant.Id, cancellation));
            }
            catch (SiteClosedException)
            {
                // Said already by whoever closed it.
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                log.LogError(error, "What site {Tenant} has to do could not be asked; both workers look themselves",
                    tenant.Slug);
                Wake(tenant.Id, new SiteDuty(time.GetUtcNow(), time.GetUtcNow()));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(FirstAfter, time, stoppingToken);
        await (sites.IsShared ? FollowNotesAsync(stoppingToken) : AskFilesAsync(stoppingToken));
    }

    private void Wake(string tenantId, SiteDuty duty)
    {
        if (duty.OutboxAt is not null)
        {
            relay.Nudge(tenantId);
        }

        if (duty.PlanAt is { } at)
        {
            plans.Wake(tenantId, at);
        }
    }

    private async Task FollowNotesAsync(CancellationToken cancellation)
    {
        var isAway = false;
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            try
            {
                await noted.FollowAsync(cancellation);
                isAway = false;
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                if (!isAway)
                {
                    log.LogWarning(error, "What the sites have to do could not be read; trying every two seconds");
                }

                isAway = true;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }
}
