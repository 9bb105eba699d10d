using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>Lets go of the sites nobody asked for lately.</summary>
public sealed class IdleSites(SiteDatabases sites, TimeProvider time, ILogger<IdleSites> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                sites.CloseIdle();
            }
            catch (Exception error) when (error is DbException or IOException)
            {
                log.LogWarning(error, "The files of idle tenants could not be closed; trying again");
            }
        }
    }
}
