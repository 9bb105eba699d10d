using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace EgovSites.Features.Feedback;

// Fixed windows in the memory of this host. Only what succeeded or failed as it should not is counted, see GiveBack.
public sealed class VisitLimits(IOptions<FeedbackOptions> options, TimeProvider time)
{
    private const int SweepAt = 10_000;

    private sealed class Window(DateTimeOffset endsAt)
    {
        public DateTimeOffset EndsAt { get; } = endsAt;
        public int Count { get; set; }
    }

    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    // Counts a visit; when there were too many already, says how long to wait instead.
    public TimeSpan? Enter(string key, int limit)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (!_windows.TryGetValue(key, out var window) || window.EndsAt <= now)
            {
                Sweep(now);
                _windows[key] = window = new Window(now.AddMinutes(options.Value.WindowMinutes));
            }

            if (window.Count >= limit)
            {
                return window.EndsAt - now;
            }

            window.Count++;
            return null;
        }
    }

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

    // A household has a whole /64 of IPv6 to itself, so it counts as one address.
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
