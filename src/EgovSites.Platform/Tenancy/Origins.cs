using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Tenancy;

/// <summary>
/// The origins that links and letters name: the configured ones, else made of configured names. What a stranger may
/// write into the Host header (another port, a dot at the end, capitals) comes into no page.
/// </summary>
public sealed class Origins(IOptions<TenancyOptions> options)
{
    private const int Http = 80;
    private const int Https = 443;

    private TenancyOptions Options => options.Value;

    /// <summary>
    /// The host of a request in its one spelling; a port stands in it only where this process listens on it.
    /// </summary>
    public static string HostOf(HttpRequest request)
    {
        var name = request.Host.Host.TrimEnd('.').ToLowerInvariant();
        return request.Host.Port is { } port && port == request.HttpContext.Connection.LocalPort
            ? string.Create(CultureInfo.InvariantCulture, $"{name}:{port}")
            : name;
    }

    /// <summary>The scheme that visitors use, whether or not the proxy said so.</summary>
    public string SchemeOf(HttpRequest request) =>
        Options.PublicOrigin.Length > 0 ? new Uri(Options.PublicOrigin).Scheme : request.Scheme;

    /// <summary>The portal's origin.</summary>
    public string PortalOf(HttpRequest request) => Options.PublicOrigin.Length > 0
        ? Options.PublicOrigin.TrimEnd('/')
        : $"{request.Scheme}://{Options.DomainOf(request.Host.Host) ?? Options.Domains[0]}{PortOf(HostOf(request))}";

    /// <summary>The origin of the back office.</summary>
    public string DeskOf(HttpRequest request) =>
        Options.AdminHost.Length > 0 ? $"{SchemeOf(request)}://{Options.AdminHost}" : PortalOf(request);

    /// <summary>The origin of the back office where no request is at hand; empty where none is configured.</summary>
    public string Desk => Options is { PublicOrigin.Length: > 0, AdminHost.Length: > 0 }
        ? $"{new Uri(Options.PublicOrigin).Scheme}://{Options.AdminHost}"
        : Options.PublicOrigin.TrimEnd('/');

    /// <summary>True on the very host of the back office, letter for letter.</summary>
    public bool IsDesk(HttpRequest request)
    {
        if (Options.AdminHost.Length == 0)
        {
            return Options.Domains.Contains(request.Host.Host);
        }

        var (asked, right) = (request.Host, new HostString(Options.AdminHost));
        var usual = SchemeOf(request) == Uri.UriSchemeHttps ? Https : Http;
        return asked.Host == right.Host && (asked.Port ?? usual) == (right.Port ?? usual);
    }

    /// <summary>Where a wrong spelling of the back office's host leads.</summary>
    public string RightDeskOf(HttpRequest request) => Options.AdminHost.Length > 0
        ? DeskOf(request)
        : $"{request.Scheme}://{Options.DomainOf(request.Host.Host) ?? Options.Domains[0]}{PortOf(request.Host.Value ?? "")}";

    private static string PortOf(string host) =>
        new HostString(host).Port is { } port ? string.Create(CultureInfo.InvariantCulture, $":{port}") : "";
}
