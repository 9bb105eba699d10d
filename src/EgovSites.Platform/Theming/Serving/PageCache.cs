using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;

namespace EgovSites.Platform.Theming.Serving;

/// <summary>
/// Public pages in memory as they leave the host, compressed and with their headers. Throwing a tenant's pages away is
/// one increment; a page that was begun before that is never kept, however late it is finished. Every byte is counted,
/// no tenant takes more than its share, and what is too much goes oldest first.
/// </summary>
public sealed class PageCache : IDisposable
{
    /// <summary>What tells two kept pages apart.</summary>
    public readonly record struct Key(string Origin, string Path, string Query, string Encoding, bool IsEntry)
    {
        internal long Size => 2L * (Origin.Length + Path.Length + Query.Length + Encoding.Length);
    }

    /// <summary>A kept page.</summary>
    public sealed record Page(KeyValuePair<string, StringValues>[] Headers, ReadOnlyMemory<byte> Body, string ETag)
    {
        internal long Size =>
            Body.Length + Headers.Sum(header => 2L * (header.Key.Length + header.Value.ToString().Length));
    }

    /// <summary>A promise to keep a page, made before it is written.</summary>
    public readonly record struct Ticket(Tag Tag, long Version);

    public sealed class Tag
    {
        private long _version;

        internal long Version => Volatile.Read(ref _version);

        /// <summary>What its pages take; read and written under the lock of the writes.</summary>
        internal Stock Stock { get; } = new();

        internal void Advance() => Interlocked.Increment(ref _version);
    }

    internal sealed class Stock
    {
        public long Bytes { get; private set; }

        public int Count { get; private set; }

        public bool IsOver(int share) => Bytes > MaxBytes / share || Count > MaxEntries / share;

        public void Add(long bytes, int count) => (Bytes, Count) = (Bytes + bytes, Count + count);
    }

    private sealed record Entry(Page Page, Ticket Ticket, long KeptAt, long Size);

    /// <summary>All that pages, keys and headers may take.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>How many pages are kept at most.</summary>
    public const int MaxEntries = 20_000;

    // What an entry costs beside its letters: objects, the dictionary's node.
    private const long Overhead = 500;

    // A tenant may take a quarter, so that a flood of one site's addresses leaves the others' pages in place.
    private const int Share = 4;

    // Days left and scheduled items change with the clock alone.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    // Nobody waits longer for another visitor's page than making it would take.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Key, Entry> _entries = new();
    private readonly ConcurrentDictionary<string, Tag> _tags = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Key, TaskCompletionSource> _writing = new();
    private readonly Lock _writes = new();
    private readonly Stock _all = new();
    private readonly TimeProvider _time;
    private readonly ITimer _sweep;

    public PageCache(TimeProvider time)
    {
        _time = time;
        _sweep = time.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    /// <summary>What is kept now: bytes, keys and headers included, and entries.</summary>
    public (long Bytes, int Count) Kept
    {
        get
        {
            lock (_writes)
            {
                return (_all.Bytes, _all.Count);
            }
        }
    }

    public Page? Find(in Key key) => _entries.TryGetValue(key, out var entry) && IsGood(entry) ? entry.Page : null;

    /// <summary>Asks to keep a page of this tag that is about to be written.</summary>
    public Ticket Begin(string tag)
    {
        var known = _tags.GetOrAdd(tag, _ => new Tag());
        return new Ticket(known, known.Version);
    }

    public void Keep(in Key key, Page page, Ticket ticket)
    {
        var entry = new Entry(page, ticket, _time.GetTimestamp(), key.Size + page.Size + Overhead);
        if (!IsGood(entry))
        {
            return;
        }

        lock (_writes)
        {
            Remove(key);
            _entries[key] = entry;
            Count(entry, 1);
            MakeRoom(ticket.Tag);
        }

        if (_writing.TryGetValue(key, out var writing))
        {
            // Those who wait need not wait for a slow reader of the first answer.
            writing.TrySetResult();
        }
    }

    /// <summary>Throws away every page of a tag.</summary>
    public void Evict(string tag)
    {
        if (_tags.TryGetValue(tag, out var known))
        {
            known.Advance();
        }
    }

    /// <summary>
    /// Lets one request write a page; the others wait for it, a second at most, for it hangs on the first one's
    /// network. True when this one is to write it.
    /// </summary>
    public async ValueTask<bool> IsMineAsync(Key key, TaskCompletionSource done, CancellationToken cancellation)
    {
        var writing = _writing.GetOrAdd(key, done);
        if (writing == done)
        {
            return true;
        }

        try
        {
            await writing.Task.WaitAsync(LongestWait, cancellation);
        }
        catch (TimeoutException)
        {
            // It makes a page of its own.
        }

        return false;
    }

    public void Finish(in Key key, TaskCompletionSource done)
    {
        // Only its own turn: it may have been given back before, and another's begun.
        _writing.TryRemove(KeyValuePair.Create(key, done));
        done.TrySetResult();
    }

    /// <summary>Lets go of what has lapsed or was evicted; runs by itself each minute.</summary>
    public void Sweep()
    {
        lock (_writes)
        {
            foreach (var (key, _) in _entries.Where(pair => !IsGood(pair.Value)).ToList())
            {
                Remove(key);
            }
        }
    }

    public void Dispose() => _sweep.Dispose();

    private bool IsGood(Entry entry) =>
        entry.Ticket.Tag.Version == entry.Ticket.Version && _time.GetElapsedTime(entry.KeptAt) < Life;

    private void MakeRoom(Tag tag)
    {
        if (tag.Stock.IsOver(Share))
        {
            RemoveOldest(_entries.Where(pair => pair.Value.Ticket.Tag == tag), tag.Stock.Count);
        }

        if (_all.IsOver(1))
        {
            RemoveOldest(_entries, _all.Count);
        }
    }

    // A quarter at once, so that a full cache is not sorted at each page.
    private void RemoveOldest(IEnumerable<KeyValuePair<Key, Entry>> entries, int count)
    {
        foreach (var (key, _) in entries.OrderBy(pair => pair.Value.KeptAt).Take(1 + (count / 4)).ToList())
        {
            Remove(key);
        }
    }

    private void Remove(in Key key)
    {
        if (_entries.TryRemove(key, out var entry))
        {
            Count(entry, -1);
        }
    }

    private void Count(Entry entry, int sign)
    {
        _all.Add(sign * entry.Size, sign);
        entry.Ticket.Tag.Stock.Add(sign * entry.Size, sign);
    }
}
