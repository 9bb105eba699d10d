using System.Globalization;
using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.Account.SignIn;

public sealed class InvitationModel(
    Invitations invitations, RedeemInvitation redeem, EntryLimits limits, Entrance entrance,
    UserManager<Editor> editors, TenantDirectory tenants, Words words) : PageModel
{
    private const int MaxName = 120;

    [BindProperty]
    public string FullName { get; set; } = "";

    [BindProperty]
    public string Language { get; set; } = "";

    public Invitation? Invitation { get; private set; }

    /// <summary>Nobody has signed in under this address yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>The form asks for a new password, not for the present one.</summary>
    public bool SetsPassword => IsNew || (Invitation is not null && !RedeemInvitation.NeedsPassword(Invitation));

    public Reason? Problem { get; private set; }

    public string Culture { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public string Place =>
        Invitation?.TenantId is { } id && tenants.ById(id) is { } tenant ? tenant.Name[Culture] : words["desk.central"];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        await FindAsync(code);
        Language = Culture;
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string code, string? password)
    {
        await FindAsync(code);
        if (Invitation is null)
        {
            return Show();
        }

        Language = Cultures.IsKnown(Language) ? Language : Culture;
        var (name, problem) = PlainText.Read(FullName ?? "", MaxName);
        Problem = IsNew && problem is not null ? problem
            : IsNew && name.Length == 0 ? new Reason("signIn.nameMissing")
            : SetsPassword ? Passwords.Problem(password, PersonalWords(name))
            : null;
        return Problem is null ? await EnterAsync(name, password ?? "") : Show();
    }

    private async Task<IActionResult> EnterAsync(string name, string password)
    {
        if (await limits.RefuseAsync(Invitation!.Email) is { } tooMany)
        {
            Problem = tooMany;
            return Page();
        }

        var (editor, problem) = await redeem.RunAsync(Invitation, name, Language, password);
        if (editor is null)
        {
            Problem = problem;
            return Show();
        }

        limits.GiveBack(Invitation.Email);
        return Redirect(await entrance.AfterPasswordAsync(editor, invitation: Invitation.CodeHash));
    }

    private IEnumerable<string> PersonalWords(string name) =>
        [Invitation!.Email, name, .. tenants.ById(Invitation.TenantId) is { } tenant ? Passwords.WordsOf(tenant) : []];

    private async Task FindAsync(string code)
    {
        // The code must not leave in the address of where the reader goes next, not even to our own pages.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Invitation = await invitations.FindAsync(code, HttpContext.RequestAborted);
        IsNew = Invitation is not null && await editors.FindByEmailAsync(Invitation.Email) is null;
    }

    private PageResult Show()
    {
        Response.StatusCode = Invitation is null ? StatusCodes.Status404NotFound : Problem is null
            ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
