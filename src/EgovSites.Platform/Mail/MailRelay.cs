using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Mail;

/// <summary>
/// Sends what waits. Before a try the row is put off, so that neither another host nor this one after a crash sends it
/// a second time at once; a letter that fails for half a day is set aside and shown to the central team.
/// </summary>
public sealed class MailRelay(
    IDbContextFactory<HostDbContext> hosts, Mailbox mailbox, Postman postman, TimeProvider time, ILogger<MailRelay> log)
        : BackgroundService
{
    public const int MaxAttempts = 12;

    private const int Batch = 50;

    /// <summary>Letters under way at a time: a mute server takes half a minute for each.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>How long to wait after so many failures.</summary>
    public static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromTicks(Math.Min(Longest.Ticks, Shortest.Ticks << Math.Min(attempts - 1, 20)));

    /// <summary>Tries every letter that is due, once; those to one reader in the order they were written.</summary>
    public async Task SendDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var due = await db.Set<Letter>().AsNoTracking().Where(row => row.SetAsideAt == null && row.NextAttemptAt <= now)
            .OrderBy(row => row.NextAttemptAt).Take(Batch).ToListAsync(cancellation);
        // With our own token: what fails for one reader must not break off another's letter half way.
        await Parallel.ForEachAsync(
            due.GroupBy(letter => letter.To, StringComparer.OrdinalIgnoreCase),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (letters, _) => await SendInOrderAsync(letters, cancellation));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mailbox.IsOpen)
        {
            return;
        }

        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(error, "The letters could not be read; it will be tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SendInOrderAsync(IEnumerable<Letter> letters, CancellationToken cancellation)
    {
        foreach (var letter in letters.OrderBy(letter => letter.WrittenAt)
            .ThenBy(letter => letter.Id, StringComparer.Ordinal))
        {
            await SendAsync(letter, cancellation);
        }
    }

    private async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var rows = db.Set<Letter>().Where(row => row.Id == letter.Id);
        var (attempts, next) = (letter.Attempts + 1, time.GetUtcNow() + WaitAfter(letter.Attempts + 1));
        if (await rows.Where(row => row.NextAttemptAt == letter.NextAttemptAt && row.SetAsideAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.NextAttemptAt, next)
                .SetProperty(one => one.Attempts, attempts), cancellation) == 0)
        {
            return;
        }

        try
        {
            await postman.SendAsync(letter, cancellation);
            // Not cancelled: what was sent must not be sent again because the host stops.
            await rows.ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            await PostponeAsync(rows, letter, attempts, error);
        }
    }

    private async Task PostponeAsync(IQueryable<Letter> rows, Letter letter, int attempts, Exception error)
    {
        DateTimeOffset? aside = attempts >= MaxAttempts || Postman.IsFinal(error) ? time.GetUtcNow() : null;
        var words = error.InnerException is { } inner ? $"{error.Message} {inner.Message}" : error.Message;
        await rows.ExecuteUpdateAsync(row => row.SetProperty(one => one.Error, words)
            .SetProperty(one => one.SetAsideAt, aside));
        log.Log(aside is null ? LogLevel.Warning
            : LogLevel.Error, error, "Letter {Letter} ({Kind}) was not sent, try {Attempt}", letter.Id, letter.Kind,
                attempts);
    }
}
