using System.Security.Claims;
using EgovSites.Admin.Account.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Account.SignIn;

/// <summary>The one session cookie of the platform.</summary>
public static class DeskSession
{
    /// <summary>
    /// Only the back office ever sees the cookie. The prefix __Host- would demand the path "/": then every public page
    /// an editor reads would carry it, and could not be cached.
    /// </summary>
    public const string Path = "/admin";

    public const string SignInPath = "/admin/sign-in";

    public const string Cookie = "egov-desk";

    /// <summary>How long another browser may go on after a password was changed.</summary>
    public static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(1);

    /// <summary>After so long without a request a session is over.</summary>
    public static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    internal static void Configure(CookieAuthenticationOptions options)
    {
        Shape(options.Cookie, Cookie);
        options.ExpireTimeSpan = WorkingDay;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnSigningIn = KnownDevices.RememberAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>What all cookies of the back office have in common.</summary>
    internal static void Shape(CookieBuilder cookie, string name)
    {
        (cookie.Name, cookie.Path, cookie.HttpOnly) = (name, Path, true);
        (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (http, editor) = (context.HttpContext, context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier));
        if (!await http.RequestServices.GetRequiredService<OpenSessions>()
            .IsOpenAsync(OpenSessions.IdIn(context.Properties), editor, http.RequestAborted))
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }
}
