using EgovSites.Platform.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Auditing;

/// <summary>
/// One line for each event of security, always with the same fields: what, result, who, site, network. Never a
/// password, a code, or an address that somebody typed.
/// </summary>
public sealed class SecurityLog(ILoggerFactory logs, IHttpContextAccessor accessor)
{
    /// <summary>The category of the lines, for whoever sends them on to a place of their own.</summary>
    public const string Category = "EgovSites.Security";

    public const string Done = "done";

    public const string Refused = "refused";

    private readonly ILogger _log = logs.CreateLogger(Category);

    /// <summary>Writes the line; <paramref name="who"/> is an editor's id, empty for a stranger.</summary>
    public void Write(SecurityEvent what, string who, string result = Done, string site = "")
    {
        var context = accessor.HttpContext;
        var network = context is null ? "command line" : VisitLimits.Network(context.Connection.RemoteIpAddress);
        _log.Log(IsGood(result) ? LogLevel.Information : LogLevel.Warning,
            "{What} {Result}, who {Who}, site {Site}, network {Network}", what, result, who.Length > 0 ? who
                : "stranger", site.Length > 0 ? site : "-", network);
    }

    private static bool IsGood(string result) => result.StartsWith(Done, StringComparison.Ordinal);
}
