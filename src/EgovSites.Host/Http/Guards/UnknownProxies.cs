using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace EgovSites.Host.Http.Guards;

/// <summary>
/// Says once for each address that a proxy may have been forgotten in the settings: without it the whole country is one
/// visitor.
/// </summary>
internal sealed class UnknownProxies(ForwardedHeadersOptions options, ILogger<UnknownProxies> log)
{
    // Strangers write this header too, and must not fill the log.
    private const int Most = 16;

    private readonly ConcurrentDictionary<IPAddress, bool> _named = new();

    public void Notice(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)
            && context.Connection.RemoteIpAddress is { } sender && !options.Believes(sender) && _named.Count < Most
            && _named.TryAdd(Proxies.Plain(sender), true))
        {
            log.LogWarning(
                "X-Forwarded-For came from {Address}, which neither {Section}:Networks nor {Section}:Addresses names; it was not believed",
                Proxies.Plain(sender), Proxies.Section, Proxies.Section);
        }
    }
}
