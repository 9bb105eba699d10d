using System.Security.Claims;
using EgovSites.Admin.SignIn;
using EgovSites.Platform.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.TwoFactor;

/// <summary>Who gave the right password and owes the second step: known by a cookie of its own, for a few minutes.</summary>
public sealed class PendingEntry(UserManager<Editor> editors, IHttpContextAccessor accessor)
{
    public const string Address = "/admin/sign-in/second";

    public const string Scheme = "EgovSites.SecondStep";

    private const string Stamp = "stamp";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private HttpContext Context => accessor.HttpContext!;

    internal static void Configure(CookieAuthenticationOptions options)
    {
        DeskSession.Shape(options.Cookie, "egov-desk-step");
        (options.ExpireTimeSpan, options.SlidingExpiration) = (Life, false);
    }

    public async Task StartAsync(Editor editor)
    {
        var claims = new Claim[] { new(ClaimTypes.NameIdentifier, editor.Id), new(Stamp, await editors.GetSecurityStampAsync(editor)) };
        await Context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    /// <summary>Who it is; null when nobody gave a password lately, or it was changed since.</summary>
    public async Task<Editor?> FindAsync()
    {
        var ticket = await Context.AuthenticateAsync(Scheme);
        var editor = await editors.FindByIdAsync(ticket.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");
        return editor is not null && ticket.Principal!.FindFirstValue(Stamp) == await editors.GetSecurityStampAsync(editor) ? editor : null;
    }

    public Task EndAsync() => Context.SignOutAsync(Scheme);
}
