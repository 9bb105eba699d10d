using EgovSites.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.SignIn;

public sealed class SignOutModel(SignInManager<Editor> signIn) : PageModel
{
    public IActionResult OnGet() => Redirect("/admin");

    public async Task<IActionResult> OnPostAsync()
    {
        // A copied cookie must not outlive the sign-out, so all sessions of this person end.
        if (await signIn.UserManager.GetUserAsync(User) is { } editor)
        {
            await signIn.UserManager.UpdateSecurityStampAsync(editor);
        }

        await signIn.SignOutAsync();
        return Redirect(DeskSession.SignInPath);
    }
}
