using EgovSites.Admin.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;

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
}
