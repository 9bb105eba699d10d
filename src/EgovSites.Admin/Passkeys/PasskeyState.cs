using EgovSites.Admin.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.Passkeys;

/// <summary>The cookie in which Identity keeps the challenge between the question and the answer of a passkey.</summary>
internal static class PasskeyState
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public static void Configure(CookieAuthenticationOptions options)
    {
        DeskSession.Shape(options.Cookie, "egov-desk-passkey");
        (options.ExpireTimeSpan, options.SlidingExpiration) = (Life, false);
    }

    /// <summary>
    /// The device asks for finger, face or code each time: then a passkey is two factors in one. Its domain is the host that was
    /// asked, which is always one of the portal's own; no other host reaches the back office.
    /// </summary>
    public static void Configure(IdentityPasskeyOptions options) =>
        (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");

    /// <summary>Whether a question waits for its answer; Identity throws when there is none.</summary>
    public static async Task<bool> IsAskedAsync(HttpContext context) =>
        (await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;

    /// <summary>What Identity makes of an answer; null when the question was of the other kind, at which it throws.</summary>
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
