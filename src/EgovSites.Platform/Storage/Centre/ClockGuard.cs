using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Storage.Centre;

/// <summary>
/// Says whether the clock may be believed where something is deleted by its age. A platform remembers when it last
/// looked at its clock; one that has leapt ahead by more than a day since then, or stands before it, waits for a
/// person's word.
/// </summary>
public sealed class ClockGuard(IDbContextFactory<HostDbContext> hosts, TimeProvider time, ILogger<ClockGuard> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLeap = TimeSpan.FromHours(24);

    /// <summary>Hosts that share a database differ by so much at most.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private long _seen;
    private bool _hasWarned;

    /// <summary>True when nothing speaks against the clock; false before the first look.</summary>
    public bool IsTrusted => IsPlausible(Seen, time.GetUtcNow());

    /// <summary>When the platform last believed its clock.</summary>
    public DateTimeOffset Seen => DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Read(ref _seen));

    /// <summary>Compares the clock with what the platform remembers, and moves the memory on when they agree.</summary>
    public async Task<bool> LookAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var seen = await db.Set<PlatformRecord>().Select(row => row.SeenAt).SingleOrDefaultAsync(cancellation) ?? now;
        if (!IsPlausible(seen, now))
        {
            Remember(seen);
            Warn(seen, now);
            return false;
        }

        await db.Set<PlatformRecord>().Where(row => row.SeenAt == null || row.SeenAt < now)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.SeenAt, now), cancellation);
        Remember(now > seen ? now : seen);
        _hasWarned = false;
        return true;
    }

    /// <summary>A person's word that the clock is right; running hosts hear of it within a minute.</summary>
    public async Task ConfirmAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        await db.Set<PlatformRecord>().ExecuteUpdateAsync(row => row.SetProperty(one => one.SeenAt, now), cancellation);
        await LookAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "The clock could not be compared with what the platform remembers; trying again");
            }
        }
    }

    private static bool IsPlausible(DateTimeOffset seen, DateTimeOffset now) =>
        now - seen <= LongestLeap && seen - now <= Slack;

    private void Remember(DateTimeOffset seen) => Interlocked.Exchange(ref _seen, seen.ToUnixTimeMilliseconds());

    private void Warn(DateTimeOffset seen, DateTimeOffset now)
    {
        if (!_hasWarned)
        {
            log.LogCritical(
                "The clock says {Now}, and the platform last saw {Seen}: nothing is deleted by age until 'egov clock confirm'", now, seen);
        }

        _hasWarned = true;
    }
}
