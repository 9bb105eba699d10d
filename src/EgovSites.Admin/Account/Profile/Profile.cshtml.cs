using EgovSites.Admin.Account.Sessions;
using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.Account.Profile;

public sealed class ProfileModel(
    UserManager<Editor> editors, SignInManager<Editor> signIn, PresentPassword password, OpenSessions sessions,
    TenantDirectory tenants, SecurityLog security) : DeskPage
{
    public const int MaxName = 120;

    [BindProperty]
    public string? FullName { get; set; }

    public string Language { get; set; } = "";

    public Reason? NameProblem { get; private set; }

    public Reason? PasswordProblem { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public void OnGet() => (FullName, Language) = (Editor.FullName, Editor.Culture);

    public async Task<IActionResult> OnPostAsync(string? language)
    {
        Language = Cultures.IsKnown(language) ? language! : Editor.Culture;
        var (name, problem) = PlainText.Read(FullName ?? "", MaxName);
        NameProblem = problem ?? (name.Length == 0 ? new Reason("signIn.nameMissing") : null);
        if (NameProblem is not null)
        {
            return Refused();
        }

        (Editor.FullName, Editor.Culture) = (name, Language);
        await editors.UpdateAsync(Editor);
        await signIn.RefreshSignInAsync(Editor);
        return Redirect("/admin/profile?done=saved");
    }

    // Whoever learned the old password must not stay signed in by it.
    public async Task<IActionResult> OnPostPasswordAsync(string? present, string? wanted)
    {
        (FullName, Language) = (Editor.FullName, Editor.Culture);
        PasswordProblem = Passwords.Problem(wanted, PersonalWords());
        if (PasswordProblem is not null)
        {
            return Refused();
        }

        PasswordProblem = await password.RefuseAsync(Editor, present);
        if (PasswordProblem is not null)
        {
            return Page();
        }

        await editors.ChangePasswordAsync(Editor, present!, wanted!);
        await sessions.EndOthersAsync(Editor.Id, await OpenSessions.PresentAsync(HttpContext));
        await signIn.RefreshSignInAsync(Editor);
        security.Write(SecurityEvent.PasswordChange, Editor.Id);
        return Redirect("/admin/profile?done=password");
    }

    private IEnumerable<string> PersonalWords() =>
        [Editor.Email!, Editor.FullName, .. Memberships.Select(row => tenants.ById(row.TenantId)).OfType<Tenant>()
            .SelectMany(Passwords.WordsOf)];

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
