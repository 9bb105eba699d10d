using System.Collections.Concurrent;
using System.Globalization;

namespace EgovSites.Tests.Host.Ledger;

/// <summary>
/// What citizens and editors sent, and what they saw acknowledged: the stores must agree with it afterwards.
/// </summary>
internal sealed class Ledger
{
    /// <summary>
    /// One thing that was promised: its kind, its words, the number given for it, its file's hash, and when.
    /// </summary>
    public sealed record Entry(string Kind, string Site, string Words, string Number, string Sha256, DateTimeOffset At)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Kind} on {Site} at {At:HH:mm:ss.fff}: {Number} “{Words}”");
    }

    private readonly ConcurrentDictionary<string, byte> _sent = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Entry> _acknowledged = new();
    private readonly ConcurrentQueue<string> _surprises = new();
    private int _refused;

    public IReadOnlyCollection<Entry> Acknowledged => _acknowledged;

    /// <summary>Answers that nobody should get, whatever breaks.</summary>
    public IReadOnlyCollection<string> Surprises => _surprises;

    public int Refused => _refused;

    /// <summary>Words of its own for each thing, so that it is found again wherever it ended up.</summary>
    public string Send(string who)
    {
        var words = $"{who} {Guid.NewGuid():N}";
        _sent[words] = 0;
        return words;
    }

    public bool Knows(string words) => _sent.ContainsKey(words);

    public void Acknowledge(string kind, string site, string words, string number = "", string sha256 = "") =>
        _acknowledged.Enqueue(new Entry(kind, site, words, number, sha256, TimeProvider.System.GetUtcNow()));

    public void Refuse() => Interlocked.Increment(ref _refused);

    public void Wonder(string what) => _surprises.Enqueue(what);
}
