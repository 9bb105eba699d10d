using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.SignIn;

/// <summary>The one session cookie of the platform.</summary>
public static class DeskSession
{
    /// <summary>
    /// Only the back office ever sees the cookie. The prefix __Host- would demand the path "/": then every public page an
    /// editor reads would carry it, and could not be cached.
    /// </summary>
    public const string Path = "/admin";

    public const string SignInPath = "/admin/sign-in";

    public const string Cookie = "egov-desk";

    /// <summary>How long another browser may go on after a password was changed.</summary>
    public static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.Path = Path;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = WorkingDay;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
