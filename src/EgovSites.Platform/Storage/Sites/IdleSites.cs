using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>Lets go of the sites nobody asked for lately, and gives back what many of them took.</summary>
public sealed class IdleSites(SiteDatabases sites, TimeProvider time, ILogger<IdleSites> log) : BackgroundService
{
    /// <summary>After so many the memory is worth tidying up.</summary>
    private const int Many = 16;

    /// <summary>Tidying up stops every request for a moment: only while next to nobody asks.</summary>
    private const int Few = 4;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    private int _trimmed;
    private int _collected;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                sites.CloseIdle();
                GiveBack();
            }
            catch (Exception error) when (error is DbException or IOException)
            {
                log.LogWarning(error, "The files of idle tenants could not be closed; trying again");
            }
        }
    }

    private void GiveBack()
    {
        var (closed, isQuiet) = (sites.ClosedCount, sites.AwakeCount < Few);
        if (!sites.IsShared && (closed - _trimmed >= Many || (closed != _trimmed && isQuiet)))
        {
            _trimmed = closed;
            SpareMemory.GiveBackNative();
        }

        // A host that does little collects nothing for hours by itself.
        if (closed - _collected >= Many && isQuiet)
        {
            _collected = closed;
            SpareMemory.GiveBackManaged();
        }
    }
}
