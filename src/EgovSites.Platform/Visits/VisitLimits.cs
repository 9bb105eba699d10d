using System.Net;
using System.Net.Sockets;

namespace EgovSites.Platform.Visits;

/// <summary>Counts visits in fixed windows, in the memory of this host; what should not count is given back.</summary>
public sealed class VisitLimits(TimeProvider time)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private sealed class Window(DateTimeOffset endsAt)
    {
        public DateTimeOffset EndsAt { get; } = endsAt;
        public int Count { get; set; }
    }

    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private DateTimeOffset _sweptAt;

    /// <summary>
    /// Counts a visit, or several at once; when there were too many already, says how long to wait instead.
    /// </summary>
    public TimeSpan? Enter(string key, int limit, TimeSpan length, int count = 1)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            Sweep(now);
            if (!_windows.TryGetValue(key, out var window) || window.EndsAt <= now)
            {
                _windows[key] = window = new Window(now + length);
            }

            if (window.Count >= limit || window.Count > limit - count)
            {
                return window.EndsAt - now;
            }

            window.Count += count;
            return null;
        }
    }

    /// <summary>Takes a counted visit back.</summary>
    public void GiveBack(string key, int count = 1)
    {
        lock (_lock)
        {
            if (_windows.TryGetValue(key, out var window))
            {
                window.Count = Math.Max(0, window.Count - count);
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

    /// <summary>The customer of a provider: a /48 of IPv6, else the same as <see cref="Network"/>.</summary>
    public static string Provider(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Network(address)[..12]
            : Network(address);

    // By time, not at each new key: a flood of keys must not make every visitor walk through all of them.
    private void Sweep(DateTimeOffset now)
    {
        if (now - _sweptAt < SweepEvery && now >= _sweptAt)
        {
            return;
        }

        _sweptAt = now;
        foreach (var (key, _) in _windows.Where(pair => pair.Value.EndsAt <= now).ToList())
        {
            _windows.Remove(key);
        }
    }
}
