using System.Threading.Channels;

namespace EgovSites.Platform.Publishing.Handover;

/// <summary>
/// Who is to be visited next: a tenant stands in it once however often it asks, and is visited by one at a time.
/// </summary>
internal sealed class NudgeQueue
{
    private enum Place
    {
        Waiting,
        Visited,
        VisitedAndAsking,
    }

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Channel<string> _ready = Channel.CreateUnbounded<string>();

    public void Ask(string tenantId)
    {
        lock (_lock)
        {
            if (!_places.TryGetValue(tenantId, out var place))
            {
                Enter(tenantId);
            }
            else if (place == Place.Visited)
            {
                _places[tenantId] = Place.VisitedAndAsking;
            }
        }
    }

    public async ValueTask<string> NextAsync(CancellationToken cancellation)
    {
        var tenantId = await _ready.Reader.ReadAsync(cancellation);
        lock (_lock)
        {
            _places[tenantId] = Place.Visited;
        }

        return tenantId;
    }

    public void Finish(string tenantId)
    {
        lock (_lock)
        {
            if (_places.Remove(tenantId, out var place) && place == Place.VisitedAndAsking)
            {
                Enter(tenantId);
            }
        }
    }

    private void Enter(string tenantId)
    {
        _places[tenantId] = Place.Waiting;
        _ready.Writer.TryWrite(tenantId);
    }
}
