using EgovSites.Admin.Account.SignIn;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.Account.Passkeys;

/// <summary>
/// Signing in by a passkey. It names its owner by itself, so nobody types an address and nobody learns whether one is
/// known.
/// </summary>
public sealed class EnterModel(
    SignInManager<Editor> signIn, UserManager<Editor> editors, EntryLimits limits, Entrance entrance,
    SecurityLog security) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Reason? Problem { get; private set; }

    public IActionResult OnGet() => Redirect(DeskSession.SignInPath);

    public async Task<IActionResult> OnPostOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostAsync(string? credential)
    {
        Problem = await limits.RefuseAsync(null);
        if (Problem is not null)
        {
            return Page();
        }

        if (string.IsNullOrEmpty(credential) || !await PasskeyState.IsAskedAsync(HttpContext)
            || await PasskeyState.JudgeAsync(
                signIn.PerformPasskeyAssertionAsync(credential)) is not { Succeeded: true, User.IsClosed: false } shown)
        {
            security.Write(SecurityEvent.Passkey, "", SecurityLog.Refused);
            Problem = new Reason("passkeys.refused");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        limits.GiveBack(null);
        await editors.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await entrance.AdmitAsync(shown.User, SecurityEvent.Passkey);
        return Redirect(Entrance.Inside(ReturnUrl));
    }
}
