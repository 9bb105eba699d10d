using EgovSites.Admin.Account.SignIn;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Account.Profile;

public sealed class LanguageModel(UserManager<Editor> editors, SignInManager<Editor> signIn) : DeskPage
{
    public IActionResult OnGet() => Redirect("/admin");

    public async Task<IActionResult> OnPostAsync(string? language, string? returnUrl)
    {
        if (Cultures.IsKnown(language))
        {
            Editor.Culture = language!;
            await editors.UpdateAsync(Editor);
            await signIn.RefreshSignInAsync(Editor);
        }

        return Redirect(Url.IsLocalUrl(returnUrl) && returnUrl.StartsWith(DeskSession.Path, StringComparison.Ordinal)
            ? returnUrl : "/admin");
    }
}
