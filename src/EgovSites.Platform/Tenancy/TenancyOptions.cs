using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Platform.Tenancy;

/// <summary>Which host names lead to the portal and to the tenants under it.</summary>
public sealed class TenancyOptions : IValidatableObject
{
    public const string Section = "Tenancy";

    private const string Secure = "https://";

    /// <summary>
    /// The portal answers on these; <c>{slug}.{domain}</c> is a tenant. Lower-case, without ports; this machine's own
    /// names where none is set.
    /// </summary>
    [Required, MinLength(1)]
    public string[] Domains { get; set; } = [];

    /// <summary>
    /// The origin that canonical links name, such as <c>https://egov.tj</c>; empty: that of the request.
    /// </summary>
    public string PublicOrigin { get; set; } = "";

    /// <summary>
    /// The one host of the back office, one of the domains, with its port where the scheme has another; empty: each
    /// domain as it is spelled.
    /// </summary>
    public string AdminHost { get; set; } = "";

    /// <summary>Visitors who come by http are sent to https; for a proxy that says which of the two it was.</summary>
    public bool RedirectToHttps { get; set; }

    /// <summary>The platform is known to stand on https.</summary>
    public bool IsSecure => PublicOrigin.StartsWith(Secure, StringComparison.OrdinalIgnoreCase);

    /// <summary>The domain that a host name is or lies below; null for a name of its own.</summary>
    public string? DomainOf(string host)
    {
        host = host.ToLowerInvariant().TrimEnd('.');
        return Domains.Contains(host) ? host
            : Domains.FirstOrDefault(domain => host.EndsWith("." + domain, StringComparison.Ordinal));
    }

    /// <summary>
    /// What a configuration without domains answers on; not a default value, to which configured names would be added.
    /// </summary>
    internal static void AnswerAtHome(TenancyOptions options) =>
        options.Domains = options.Domains.Length > 0 ? options.Domains : ["localhost", "127.0.0.1", "[::1]"];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicOrigin.Length > 0 && !IsOrigin(PublicOrigin))
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(PublicOrigin)} is no origin such as https://egov.tj.");
        }

        if (AdminHost.Length > 0 && !Domains.Contains(new HostString(AdminHost).Host))
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(AdminHost)} is none of {Section}:{nameof(Domains)}, with or without a port.");
        }

        if (RedirectToHttps && !IsSecure)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(RedirectToHttps)} needs an https address in {Section}:{nameof(PublicOrigin)}.");
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            && uri.PathAndQuery == "/" && uri.UserInfo == "";
}
