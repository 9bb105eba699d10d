using System.Net;

namespace EgovSites.Platform.Visits;

/// <summary>
/// What one network may do in a window on all tenants together: an IPv4 address, or a /64 and, with five times as much,
/// its /48.
/// </summary>
public sealed class NetworkTries(VisitLimits limits, string what, IPAddress? address, int limit, TimeSpan window)
{
    private const int OfProvider = 5;

    private readonly string _network = $"{what}/{VisitLimits.Network(address)}";
    private readonly string _provider = $"{what}/{VisitLimits.Provider(address)}";

    /// <summary>
    /// Counts a try, or several at once; when there were too many already, says how long to wait instead.
    /// </summary>
    public TimeSpan? Enter(int count = 1)
    {
        if (limits.Enter(_network, limit, window, count) is { } wait)
        {
            return wait;
        }

        if (_provider == _network
            || limits.Enter(
                _provider, (int)Math.Min(int.MaxValue, (long)limit * OfProvider), window, count) is not { } longer)
        {
            return null;
        }

        limits.GiveBack(_network, count);
        return longer;
    }

    /// <summary>Takes a counted try back.</summary>
    public void GiveBack(int count = 1)
    {
        limits.GiveBack(_network, count);
        if (_provider != _network)
        {
            limits.GiveBack(_provider, count);
        }
    }
}
