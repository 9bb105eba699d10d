using EgovSites.Admin.Account.SignIn;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EgovSites.Admin.Account.Passkeys;

/// <summary>
/// The cookie in which Identity keeps the challenge between the question and the answer of a passkey.
/// </summary>
internal static class PasskeyState
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public static void Configure(CookieAuthenticationOptions options)
    {
        DeskSession.Shape(options.Cookie, "egov-desk-passkey");
        (options.ExpireTimeSpan, options.SlidingExpiration) = (Life, false);
    }

    /// <summary>
    /// The device asks for finger, face or code each time: then a passkey is two factors in one. Its domain is the back
    /// office's host; where none is set, the host that was asked, which is one of the portal's own: no other reaches
    /// the back office.
    /// </summary>
    public static void Configure(IdentityPasskeyOptions options, IOptions<TenancyOptions> tenancy)
    {
        (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
        options.ServerDomain = tenancy.Value switch
        {
            { AdminHost: { Length: > 0 } host } => new HostString(host).Host,
            { Domains: [var only] } => only,
            _ => null,
        };
        options.ValidateOrigin = asked =>
            ValueTask.FromResult(!asked.CrossOrigin && IsHere(asked.Origin, asked.HttpContext.Request));
    }

    // A sibling's page may ask for a passkey of its parent domain: only what was signed on this very host counts.
    private static bool IsHere(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && new HostString(uri.Authority) == request.Host;

    /// <summary>Whether a question waits for its answer; Identity throws when there is none.</summary>
    public static async Task<bool> IsAskedAsync(HttpContext context) =>
        (await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;

    /// <summary>
    /// What Identity makes of an answer; null when the question was of the other kind, at which it throws.
    /// </summary>
    public static async Task<T?> JudgeAsync<T>(Task<T> judging) where T : class
    {
        try
        {
            return await judging;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
