using System.Security.Claims;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EgovSites.Admin.Account.SignIn;

/// <summary>
/// Remembers in a sealed cookie which accounts were entered in a browser, so that strangers who keep an account closed
/// do not close it to its owner there. It opens nothing by itself. A new password or second step and the end of all
/// other sessions change the account's stamp, and with it end what other browsers remember.
/// </summary>
public sealed class KnownDevices(UserManager<Editor> editors, IHttpContextAccessor accessor)
{
    public const string Scheme = "EgovSites.Device";

    private const string Device = "device";
    private const string Account = "account";

    /// <summary>A computer that many share need not remember all of them.</summary>
    private const int MostAccounts = 5;

    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    internal static void Configure(CookieAuthenticationOptions options)
    {
        DeskSession.Shape(options.Cookie, "egov-desk-device");
        (options.ExpireTimeSpan, options.SlidingExpiration, options.Cookie.MaxAge) = (Life, false, Life);
    }

    /// <summary>Called whenever somebody gets a session, or a new cookie for the one there is.</summary>
    internal static async Task RememberAsync(CookieSigningInContext entered)
    {
        var (context, who) = (entered.HttpContext, entered.Principal!);
        var stampType = context.RequestServices.GetRequiredService<IOptions<IdentityOptions>>()
            .Value.ClaimsIdentity.SecurityStampClaimType;
        var (id, stamp) = (who.FindFirstValue(ClaimTypes.NameIdentifier)!, who.FindFirstValue(stampType));
        var before = (await context.AuthenticateAsync(Scheme)).Principal;
        var others = before?.FindAll(Account).Where(line => !line.Value.StartsWith(id + ' ', StringComparison.Ordinal))
            ?? [];
        Claim[] lines =
        [
            new(Device, before?.FindFirstValue(Device) ?? Ids.New()),
            new(Account, LineOf(id, stamp)),
            .. others.Take(MostAccounts - 1).Select(line => new Claim(Account, line.Value)),
        ];
        await context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(lines, Scheme)));
    }

    /// <summary>Whether an account was entered in this browser since its stamp changed last.</summary>
    public async Task<bool> KnowsAsync(Editor editor) => Knows(await RememberedAsync(), editor);

    /// <summary>
    /// The name under which this browser's tries for an account count; null where it is not known. By e-mail or id.
    /// </summary>
    public async Task<string?> NameAsync(string account)
    {
        if (await RememberedAsync() is not { } remembered)
        {
            return null;
        }

        var editor = await editors.FindByEmailAsync(account) ?? await editors.FindByIdAsync(account);
        return editor is not null && Knows(remembered, editor) ? $"{remembered.FindFirstValue(Device)}/{editor.Id}"
            : null;
    }

    private async Task<ClaimsPrincipal?> RememberedAsync() =>
        (await accessor.HttpContext!.AuthenticateAsync(Scheme)).Principal;

    private static bool Knows(ClaimsPrincipal? remembered, Editor editor) =>
        remembered?.HasClaim(Account, LineOf(editor.Id, editor.SecurityStamp)) == true;

    private static string LineOf(string id, string? stamp) => $"{id} {stamp}";
}
