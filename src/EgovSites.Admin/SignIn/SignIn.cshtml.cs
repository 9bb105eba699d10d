using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.SignIn;

public sealed class SignInModel(PasswordCheck passwords, EntryLimits limits, SignInManager<Editor> signIn) : PageModel
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
        if (limits.Refuse(Email) is { } tooMany)
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
        await signIn.SignInAsync(editor, isPersistent: false);
        return Redirect(IsOfDesk(ReturnUrl) ? ReturnUrl : "/admin");
    }

    private bool IsOfDesk(string url) => Url.IsLocalUrl(url) && url.StartsWith(DeskSession.Path, StringComparison.Ordinal) && url.All(char.IsAscii);
}
