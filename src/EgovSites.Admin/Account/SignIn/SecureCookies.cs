using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EgovSites.Admin.Account.SignIn;

/// <summary>
/// Where the platform stands on https its cookies say so in their names: no browser takes or sends such a one
/// otherwise.
/// </summary>
internal sealed class SecureCookies(IOptions<TenancyOptions> tenancy)
    : IPostConfigureOptions<CookieAuthenticationOptions>, IPostConfigureOptions<AntiforgeryOptions>
{
    private const string Prefix = "__Secure-";

    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (tenancy.Value.IsSecure)
        {
            (options.Cookie.Name, options.Cookie.SecurePolicy) =
                (Prefix + options.Cookie.Name, CookieSecurePolicy.Always);
        }
    }

    public void PostConfigure(string? name, AntiforgeryOptions options)
    {
        if (tenancy.Value.IsSecure)
        {
            options.Cookie = new SecureCookie(options.Cookie);
        }
    }

    /// <summary>
    /// Always secure, without the policy of that name: under it antiforgery refuses what a proxy brings over http.
    /// </summary>
    private sealed class SecureCookie : CookieBuilder
    {
        public SecureCookie(CookieBuilder plain)
        {
            (Name, Path, SameSite, HttpOnly, IsEssential) =
                (Prefix + plain.Name, plain.Path, plain.SameSite, plain.HttpOnly, plain.IsEssential);
            SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var cookie = base.Build(context, expiresFrom);
            cookie.Secure = true;
            return cookie;
        }
    }
}
