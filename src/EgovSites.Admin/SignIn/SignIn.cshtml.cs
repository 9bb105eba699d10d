using EgovSites.Platform.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.SignIn;

public sealed class SignInModel(PasswordCheck passwords, SignInManager<Editor> signIn) : PageModel
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string ReturnUrl { get; set; } = "";

    public bool IsRefused { get; private set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/admin") : Page();

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        if (await passwords.RunAsync((Email ?? "").Trim(), password ?? "") is not { } editor)
        {
            IsRefused = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await signIn.SignInAsync(editor, isPersistent: false);
        return Redirect(IsOfDesk(ReturnUrl) ? ReturnUrl : "/admin");
    }

    private bool IsOfDesk(string url) => Url.IsLocalUrl(url) && url.StartsWith(DeskSession.Path, StringComparison.Ordinal) && url.All(char.IsAscii);
}
