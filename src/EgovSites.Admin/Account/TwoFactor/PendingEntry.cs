using System.Security.Claims;
using EgovSites.Admin.Account.SignIn;
using EgovSites.Platform.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.Account.TwoFactor;

/// <summary>
/// Who gave the right password and owes the second step: known by a cookie of its own, for a few minutes.
/// </summary>
public sealed class PendingEntry(UserManager<Editor> editors, IHttpContextAccessor accessor)
{
    public const string Address = "/admin/sign-in/second";

    public const string Scheme = "EgovSites.SecondStep";

    private const string Stamp = "stamp";

    private const string Invitation = "invitation";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private HttpContext Context => accessor.HttpContext!;

    internal static void Configure(CookieAuthenticationOptions options)
    {
        DeskSession.Shape(options.Cookie, "egov-desk-step");
        (options.ExpireTimeSpan, options.SlidingExpiration) = (Life, false);
    }

    /// <summary>Remembers the person, and the invitation that is to be used after the second step.</summary>
    public async Task StartAsync(Editor editor, string? invitation = null)
    {
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, editor.Id),
            new(Stamp, await editors.GetSecurityStampAsync(editor)) };
        if (invitation is not null)
        {
            claims.Add(new(Invitation, invitation));
        }

        await Context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    /// <summary>Who it is; null when nobody gave a password lately, or it was changed since.</summary>
    public async Task<Editor?> FindAsync()
    {
        var ticket = await Context.AuthenticateAsync(Scheme);
        var editor = await editors.FindByIdAsync(ticket.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");
        return editor is { IsClosed: false }
            && ticket.Principal!.FindFirstValue(Stamp) == await editors.GetSecurityStampAsync(editor) ? editor : null;
    }

    /// <summary>The hash of the invitation that waits; null when there is none.</summary>
    public async Task<string?> InvitationAsync() =>
        (await Context.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(Invitation);

    public Task EndAsync() => Context.SignOutAsync(Scheme);
}
