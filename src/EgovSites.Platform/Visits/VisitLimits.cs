using System.Net;
using System.Net.Sockets;

namespace EgovSites.Platform.Visits;

/// <summary>Counts visits in fixed windows, in the memory of this host; what should not count is given back.</summary>
public sealed class VisitLimits(TimeProvider time)
{
    private const int SweepAt = 10_000;

    private sealed class Window(DateTimeOffset endsAt)
    {
        public DateTimeOffset EndsAt { get; } = endsAt;
        public int Count { get; set; }
    }

    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Counts a visit; when there were too many already, says how long to wait instead.</summary>
    public TimeSpan? Enter(string key, int limit, TimeSpan length)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (!_windows.TryGetValue(key, out var window) || window.EndsAt <= now)
            {
                Sweep(now);
                _windows[key] = window = new Window(now + length);
            }

            if (window.Count >= limit)
            {
                return window.EndsAt - now;
            }

            window.Count++;
            return null;
        }
    }

    /// <summary>Takes a counted visit back.</summary>
    public void GiveBack(string key)
    {
        lock (_lock)
        {
            if (_windows.TryGetValue(key, out var window))
            {
                window.Count--;
            }
        }
    }

    /// <summary>The address that counts as one visitor: a household has a whole /64 of IPv6 to itself.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private void Sweep(DateTimeOffset now)
    {
        if (_windows.Count < SweepAt)
        {
            return;
        }

        foreach (var (key, _) in _windows.Where(pair => pair.Value.EndsAt <= now).ToList())
        {
            _windows.Remove(key);
        }
    }
}
