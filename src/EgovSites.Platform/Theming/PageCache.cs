using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;

namespace EgovSites.Platform.Theming;

/// <summary>
/// Public pages in memory as they leave the host, compressed and with their headers. Throwing a tenant's pages away is one
/// increment; a page that was begun before that is never kept, however late it is finished.
/// </summary>
public sealed class PageCache(TimeProvider time)
{
    /// <summary>What tells two kept pages apart.</summary>
    public readonly record struct Key(string Origin, string Path, string Query, string Encoding, bool IsEntry);

    /// <summary>A kept page.</summary>
    public sealed record Page(KeyValuePair<string, StringValues>[] Headers, ReadOnlyMemory<byte> Body, string ETag);

    /// <summary>A promise to keep a page, made before it is written.</summary>
    public readonly record struct Ticket(Tag Tag, long Version);

    public sealed class Tag
    {
        private long _version;

        internal long Version => Volatile.Read(ref _version);

        internal void Advance() => Interlocked.Increment(ref _version);
    }

    private sealed record Entry(Page Page, Ticket Ticket, long KeptAt);

    // Days left and scheduled items change with the clock alone.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private const long MaxBytes = 64L * 1024 * 1024;

    private readonly ConcurrentDictionary<Key, Entry> _entries = new();
    private readonly ConcurrentDictionary<string, Tag> _tags = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Key, TaskCompletionSource> _writing = new();
    private long _bytes;

    public Page? Find(in Key key) => _entries.TryGetValue(key, out var entry) && IsGood(entry) ? entry.Page : null;

    /// <summary>Asks to keep a page of this tag that is about to be written.</summary>
    public Ticket Begin(string tag)
    {
        var known = _tags.GetOrAdd(tag, _ => new Tag());
        return new Ticket(known, known.Version);
    }

    public void Keep(in Key key, Page page, Ticket ticket)
    {
        var entry = new Entry(page, ticket, time.GetTimestamp());
        if (!IsGood(entry))
        {
            return;
        }

        _entries[key] = entry;
        if (_writing.TryGetValue(key, out var writing))
        {
            // Those who wait need not wait for a slow reader of the first answer.
            writing.TrySetResult();
        }

        if (Interlocked.Add(ref _bytes, page.Body.Length) > MaxBytes)
        {
            Shrink();
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

    /// <summary>Lets one request write a page; the others wait for it. True when this one is to write it.</summary>
    public async ValueTask<bool> IsMineAsync(Key key, TaskCompletionSource done)
    {
        var writing = _writing.GetOrAdd(key, done);
        if (writing == done)
        {
            return true;
        }

        await writing.Task;
        return false;
    }

    public void Finish(in Key key, TaskCompletionSource done)
    {
        _writing.TryRemove(key, out _);
        done.TrySetResult();
    }

    private bool IsGood(Entry entry) => entry.Ticket.Tag.Version == entry.Ticket.Version && time.GetElapsedTime(entry.KeptAt) < Life;

    private void Shrink()
    {
        foreach (var (key, _) in _entries.Where(pair => !IsGood(pair.Value)).ToList())
        {
            _entries.TryRemove(key, out _);
        }

        var left = _entries.Values.Sum(entry => (long)entry.Page.Body.Length);
        if (left > MaxBytes / 2)
        {
            _entries.Clear();
            left = 0;
        }

        Interlocked.Exchange(ref _bytes, left);
    }
}
