using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Host.Http;

/// <summary>Whether the central database answers and the portal is known; asked anew each second at most, whoever asks.</summary>
internal sealed class Readiness(TenantDirectory directory, IDbContextFactory<HostDbContext> hosts, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

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
        if (directory.Portal is null)
        {
            return false;
        }

        using var late = new CancellationTokenSource(Patience);
        try
        {
            await using var db = await hosts.CreateDbContextAsync(late.Token);
            return await db.Database.CanConnectAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
