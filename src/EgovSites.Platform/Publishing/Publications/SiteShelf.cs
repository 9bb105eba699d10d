using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>
/// What a site's pages ask for again and again: kept until the site publishes or withdraws something, until a moment
/// changes the answer, or until nobody has asked for a minute. Answers are shared, so nobody may change them.
/// </summary>
public sealed class SiteShelf(TimeProvider time) : IDisposable
{
    /// <summary>What the answers for all sites together may take, in bytes as near as lengths tell.</summary>
    private const long Room = 64L * 1024 * 1024;

    private const int Overhead = 500;

    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(1);

    // Should another host not be told of a change: what it keeps heals by its age.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private sealed record Kept(object Value, DateTimeOffset Until);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _sites = new(StringComparer.Ordinal);

    /// <summary>
    /// The answer kept under a key, or that of <paramref name="ask"/>, which says how many bytes it takes and when it
    /// changes by itself.
    /// </summary>
    public async Task<T> GetAsync<T>(
        string tenantId, object key, Func<Task<(T Value, long Bytes, DateTimeOffset? ChangesAt)>> ask) where T : class
    {
        var now = time.GetUtcNow();
        if (_kept.TryGetValue((tenantId, key), out Kept? known) && now < known!.Until)
        {
            return (T)known.Value;
        }

        // Taken before the question: what changes meanwhile throws this answer away before it is kept.
        var present = _sites.GetOrAdd(tenantId, _ => new CancellationTokenSource());
        var (value, bytes, changesAt) = await ask();
        var until = now + Life;
        using var entry = _kept.CreateEntry((tenantId, key));
        entry.Value = new Kept(value, changesAt < until ? changesAt.Value : until);
        entry.Size = bytes + Overhead;
        entry.SlidingExpiration = IdleAfter;
        entry.AbsoluteExpirationRelativeToNow = Life;
        entry.AddExpirationToken(new CancellationChangeToken(present.Token));
        return value;
    }

    /// <summary>Called after a change of what the site shows is committed; never waits, never fails.</summary>
    public void Clear(string tenantId)
    {
        if (_sites.TryRemove(tenantId, out var present))
        {
            present.Cancel();
        }
    }

    public void Dispose() => _kept.Dispose();
}
