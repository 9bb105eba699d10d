using EgovSites.Admin.Account.Sessions;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.Account.SignIn;

public sealed class SignOutModel(SignInManager<Editor> signIn, OpenSessions sessions, SecurityLog security) : PageModel
{
    public IActionResult OnGet() => Redirect("/admin");

    public async Task<IActionResult> OnPostAsync()
    {
        // A copied cookie must not outlive the sign-out.
        if (signIn.UserManager.GetUserId(User) is { } editor)
        {
            await sessions.EndAsync(editor, await OpenSessions.PresentAsync(HttpContext));
            security.Write(SecurityEvent.SignOut, editor);
        }

        await signIn.SignOutAsync();
        return Redirect(DeskSession.SignInPath);
    }
}
