using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Npgsql;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>
/// Lets a tenant's writers in by turns, before they hold a thread or a connection: one at a time into a SQLite file, a
/// few on PostgreSQL and never all of its pool, so that readers and other tenants go on. Who would wait too long is
/// refused at once.
/// </summary>
public sealed class WriterGate(IOptions<StorageOptions> options)
{
    /// <summary>
    /// How many of one tenant's writers may wait: about two seconds' worth of commits, and they hold nothing meanwhile.
    /// </summary>
    public const int QueueLength = 256;

    private const int AtOnceOnPostgres = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private sealed class Door(int places)
    {
        public SemaphoreSlim Places { get; } = new(places);
        public int Waiting;
    }

    private readonly ConcurrentDictionary<string, Door> _doors = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim? _pool = options.Value.UsesPostgres
        ? new(Math.Max(1, new NpgsqlConnectionStringBuilder(options.Value.Database).MaxPoolSize / 2))
        : null;

    /// <summary>
    /// Waits for a turn, which ends when it is disposed; throws <see cref="SiteBusyException"/> when there is none.
    /// </summary>
    public async Task<IDisposable> EnterAsync(string tenantId, CancellationToken cancellation = default)
    {
        var door = _doors.GetOrAdd(tenantId, _ => new Door(_pool is null ? 1 : AtOnceOnPostgres));
        if (!door.Places.Wait(TimeSpan.Zero, CancellationToken.None))
        {
            await WaitAsync(door, cancellation);
        }

        try
        {
            return _pool is null || await _pool.WaitAsync(Patience, cancellation)
                ? new Turn(() => Leave(door)) : throw new SiteBusyException();
        }
        catch
        {
            door.Places.Release();
            throw;
        }
    }

    private static async Task WaitAsync(Door door, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref door.Waiting) > QueueLength
                || !await door.Places.WaitAsync(Patience, cancellation))
            {
                throw new SiteBusyException();
            }
        }
        finally
        {
            Interlocked.Decrement(ref door.Waiting);
        }
    }

    private void Leave(Door door)
    {
        _pool?.Release();
        door.Places.Release();
    }

    private sealed class Turn(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
