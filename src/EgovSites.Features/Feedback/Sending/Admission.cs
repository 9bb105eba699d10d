using EgovSites.Platform.Content;
using EgovSites.Platform.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EgovSites.Features.Feedback.Sending;

// Asked before a form's body is read, over all tenants: who may not send must not cost the disk and the processor of
// reading.
public sealed class Admission(VisitLimits limits, IOptions<FeedbackOptions> options)
{
    private const int LargeFrom = 1 << 20;

    private readonly Dictionary<string, int> _perNetwork = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _large;

    // How long to wait before the next try; null when this one may be read.
    public TimeSpan? Enter(HttpContext http)
    {
        var (settings, address) = (options.Value, http.Connection.RemoteIpAddress);
        return new NetworkTries(limits, "tries", address, settings.AttemptsPerWindow, settings.Window).Enter()
            ?? new NetworkTries(limits, "kilobytes", address, settings.MegabytesPerWindow << 10, settings.Window)
                .Enter((int)(SizeOf(http) >> 10));
    }

    // A place among the large bodies that are read at a time, or null when all are taken; a small body needs none.
    public IDisposable? Take(HttpContext http)
    {
        var network = VisitLimits.Network(http.Connection.RemoteIpAddress);
        if (SizeOf(http) < LargeFrom)
        {
            return new Place(() => { });
        }

        lock (_lock)
        {
            if (_large >= options.Value.LargeAtOnce
                || _perNetwork.GetValueOrDefault(network) * 4 >= options.Value.LargeAtOnce)
            {
                return null;
            }

            _large++;
            _perNetwork[network] = _perNetwork.GetValueOrDefault(network) + 1;
            return new Place(() => Leave(network));
        }
    }

    public static Reason TooMany(TimeSpan wait) => new("feedback.tooManyTries", (int)Math.Ceiling(wait.TotalMinutes));

    // Who does not say how much is coming may send all that is allowed.
    private static long SizeOf(HttpContext http) =>
        Math.Clamp(http.Request.ContentLength ?? FeedbackOptions.MaxRequestBytes, 0, FeedbackOptions.MaxRequestBytes);

    private void Leave(string network)
    {
        lock (_lock)
        {
            _large--;
            if (--_perNetwork[network] == 0)
            {
                _perNetwork.Remove(network);
            }
        }
    }

    private sealed class Place(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
