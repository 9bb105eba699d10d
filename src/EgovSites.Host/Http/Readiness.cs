using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Host.Http;

/// <summary>
/// Whether the central database answers, is the one that was opened, and the portal is known; asked anew each second at
/// most, whoever asks.
/// </summary>
internal sealed class Readiness(
    TenantDirectory directory, CentreGuard centre, IDbContextFactory<HostDbContext> hosts, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _asking = new();
    private Task<bool>? _answer;
    private long _askedAt;

    public Task<bool> AskAsync()
    {
        lock (_asking)
        {
            if (_answer is null || (_answer.IsCompleted && time.GetElapsedTime(_askedAt) >= Life))
            {
                (_answer, _askedAt) = (FindAsync(), time.GetTimestamp());
            }

            return _answer;
        }
    }

    private async Task<bool> FindAsync()
    {
        if (directory.Portal is null || !centre.IsInPlace)
        {
            return false;
        }

        try
        {
            // On a thread of its own: a store that hangs must not hold the answer.
            return await Task.Run(CanConnectAsync).WaitAsync(Patience);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> CanConnectAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        await using var db = await hosts.CreateDbContextAsync(late.Token);
        return await db.Database.CanConnectAsync(late.Token);
    }
}
