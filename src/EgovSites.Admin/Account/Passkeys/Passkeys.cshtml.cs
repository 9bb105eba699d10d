using EgovSites.Admin.Account.Profile;
using EgovSites.Admin.Account.Sessions;
using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace EgovSites.Admin.Account.Passkeys;

public sealed class PasskeysModel(UserManager<Editor> editors, SignInManager<Editor> signIn, PresentPassword password,
    AccountNotice notice, Words words) : DeskPage
{
    public const int Most = 10;

    public const int MaxName = 60;

    private const string Address = "/admin/profile/passkeys";

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public Reason? Problem { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsFull => Passkeys.Count >= Most;

    public static string IdOf(UserPasskeyInfo passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);

    public Task OnGetAsync() => LoadAsync();

    /// <summary>The question to the browser, or what is wrong, in words.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(string? present)
    {
        await LoadAsync();
        Problem = await password.RefuseAsync(Editor, present)
            ?? (IsFull ? Refused(new Reason("passkeys.full", Most)) : null);
        return Problem is { } problem
            ? new JsonResult(
                new { problem = words[problem.Key, problem.Arguments].Value })
            { StatusCode = Response.StatusCode }
            : Content(
                await signIn.MakePasskeyCreationOptionsAsync(
                    new() { Id = Editor.Id, Name = Editor.Email!, DisplayName = Actor.Name }), "application/json");
    }

    // The password was asked for with the question; without a question of this session there is no answer.
    public async Task<IActionResult> OnPostAddAsync(string? credential, string? name)
    {
        await LoadAsync();
        var (label, problem) = PlainText.Read(name ?? "", MaxName);
        var shown = IsFull || problem is not null || string.IsNullOrEmpty(credential)
            || !await PasskeyState.IsAskedAsync(HttpContext)
            ? null : await PasskeyState.JudgeAsync(signIn.PerformPasskeyAttestationAsync(credential));
        if (shown is not { Succeeded: true } || shown.UserEntity.Id != Editor.Id)
        {
            Problem = Refused(problem ?? (IsFull ? new Reason("passkeys.full", Most) : new Reason("passkeys.refused")));
            return Page();
        }

        shown.Passkey.Name = label.Length > 0 ? label : BrowserName.Of(Request.Headers.UserAgent.ToString());
        await editors.AddOrUpdatePasskeyAsync(Editor, shown.Passkey);
        await notice.RunAsync(Actor, Editor, "passkeyAdd");
        return Redirect(Address + "?done=added");
    }

    public async Task<IActionResult> OnPostRenameAsync(string passkey, string? name)
    {
        await LoadAsync();
        var (label, problem) = PlainText.Read(name ?? "", MaxName);
        if (Passkeys.SingleOrDefault(one => IdOf(one) == passkey) is not { } found)
        {
            return NotFound();
        }

        if (problem is not null || label.Length == 0)
        {
            Problem = Refused(problem ?? new Reason("passkeys.nameMissing"));
            return Page();
        }

        found.Name = label;
        await editors.AddOrUpdatePasskeyAsync(Editor, found);
        return Redirect(Address + "?done=saved");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string passkey, string? present)
    {
        await LoadAsync();
        if (Passkeys.SingleOrDefault(one => IdOf(one) == passkey) is not { } found)
        {
            return NotFound();
        }

        Problem = await password.RefuseAsync(Editor, present);
        if (Problem is not null)
        {
            return Page();
        }

        await editors.RemovePasskeyAsync(Editor, found.CredentialId);
        await notice.RunAsync(Actor, Editor, "passkeyRemove");
        return Redirect(Address + "?done=removed");
    }

    private Reason Refused(Reason reason)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return reason;
    }

    private async Task LoadAsync() =>
        Passkeys = [.. (await editors.GetPasskeysAsync(Editor)).OrderBy(passkey => passkey.CreatedAt)];
}
