using System.Collections.Concurrent;
using System.Net;
using EgovSites.Platform.Visits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace EgovSites.Host.Http.Guards;

/// <summary>
/// Leaves no address more than its share of the host's connections. A proxy that is believed brings everybody's and has
/// no share: there the limit is the proxy's own (docs/operations.md).
/// </summary>
public sealed class ConnectionShares(
    IOptions<LimitOptions> limits, IOptions<ForwardedHeadersOptions> proxies, ILogger<ConnectionShares> log)
{
    // Strangers choose their addresses, and must not fill the log.
    private const int MostNamed = 16;

    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _named = new(StringComparer.Ordinal);

    /// <summary>How many addresses hold connections now.</summary>
    public int AddressCount => _open.Count;

    public static void Watch(KestrelServerOptions kestrel) => kestrel.ConfigureEndpointDefaults(endpoint =>
    {
        var shares = endpoint.ApplicationServices.GetRequiredService<ConnectionShares>();
        endpoint.Use(next => connection => shares.ServeAsync(connection, next));
    });

    private async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (limits.Value.ConnectionsPerAddress == 0
            || connection.RemoteEndPoint is not IPEndPoint { Address: var sender } || proxies.Value.Believes(sender))
        {
            await next(connection);
            return;
        }

        var whose = VisitLimits.Network(sender);
        try
        {
            if (_open.AddOrUpdate(whose, 1, (_, count) => count + 1) > limits.Value.ConnectionsPerAddress)
            {
                Name(whose, sender);
                connection.Abort();
                return;
            }

            await next(connection);
        }
        finally
        {
            Leave(whose);
        }
    }

    private void Leave(string whose)
    {
        if (_open.AddOrUpdate(whose, 0, (_, count) => count - 1) == 0)
        {
            _open.TryRemove(KeyValuePair.Create(whose, 0));
        }
    }

    private void Name(string whose, IPAddress sender)
    {
        if (_named.Count < MostNamed && _named.TryAdd(whose, true))
        {
            log.LogWarning(
                "{Address} holds {Count} connections and gets no more; a proxy must be named in {Section}",
                Proxies.Plain(sender), limits.Value.ConnectionsPerAddress, Proxies.Section);
        }
    }
}
