using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.Account.SignIn;

public sealed class SignInModel(PasswordCheck passwords, EntryLimits limits, Entrance entrance) : PageModel
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string ReturnUrl { get; set; } = "";

    public Reason? Problem { get; private set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/admin") : Page();

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        Email = (Email ?? "").Trim();
        if (await limits.RefuseAsync(Email) is { } tooMany)
        {
            Problem = tooMany;
            return Page();
        }

        if (await passwords.RunAsync(Email, password ?? "") is not { } editor)
        {
            Problem = new Reason("signIn.refused");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        limits.GiveBack(Email);
        return Redirect(await entrance.AfterPasswordAsync(editor, Entrance.Inside(ReturnUrl)));
    }
}
