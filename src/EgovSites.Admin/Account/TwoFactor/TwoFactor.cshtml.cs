using EgovSites.Admin.Account.Profile;
using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Centre;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace EgovSites.Admin.Account.TwoFactor;

public sealed class TwoFactorModel(
    HostDbContext db, UserManager<Editor> editors, SignInManager<Editor> signIn, PresentPassword password,
    AuthenticatorKeys keys,
    RecoveryCodes recovery, AccountNotice notice, TimeProvider time) : DeskPage
{
    private const string Address = "/admin/profile/two-factor";

    /// <summary>The key that waits to be confirmed; null when the second step is on, or nobody asked for it.</summary>
    public string? Key { get; private set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public Reason? Problem { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsOn => Editor.TwoFactorEnabled;

    /// <summary>The key as people type it.</summary>
    public string KeyInGroups => string.Join(' ', Key!.Chunk(4).Select(four => new string(four)));

    public string Uri => $"otpauth://totp/EgovSites:{System.Uri.EscapeDataString(Editor.Email!)}?secret={Key}&issuer=EgovSites&digits=6&period={Totp.Seconds}";

    public string Picture =>
        "data:image/png;base64,"
            + Convert.ToBase64String(PngByteQRCodeHelper.GetQRCode(Uri, QRCodeGenerator.ECCLevel.M, 6));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostBeginAsync(string? present)
    {
        Problem = IsOn ? null : await password.RefuseAsync(Editor, present);
        if (!IsOn && Problem is null)
        {
            // Not ResetAuthenticatorKey: it ends all sessions, and nothing has changed yet.
            await keys.KeepAsync(Editor, editors.GenerateNewAuthenticatorKey());
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostConfirmAsync(string? code)
    {
        await LoadAsync();
        if (Key is null)
        {
            return Redirect(Address);
        }

        if (Totp.StepOf(Key, code ?? "", time.GetUtcNow()) is not { } step)
        {
            Problem = new Reason("twoFactor.wrongCode");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await db.UsedSteps.Where(row => row.EditorId == Editor.Id).ExecuteDeleteAsync();
        db.Add(new UsedStep { EditorId = Editor.Id, Step = step });
        await editors.SetTwoFactorEnabledAsync(Editor, true);
        await signIn.RefreshSignInAsync(Editor);
        Codes = await recovery.MakeAsync(Editor);
        await notice.RunAsync(Actor, Editor, "twoFactorOn");
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostCodesAsync(string? present)
    {
        Problem = IsOn ? await password.RefuseAsync(Editor, present) : null;
        if (IsOn && Problem is null)
        {
            Codes = await recovery.MakeAsync(Editor);
            await notice.RunAsync(Actor, Editor, "recoveryCodes");
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostOffAsync(string? present)
    {
        Problem = await password.RefuseAsync(Editor, present);
        if (Problem is not null)
        {
            return await ShowAsync();
        }

        await editors.SetTwoFactorEnabledAsync(Editor, false);
        await keys.ForgetAsync(Editor);
        await recovery.ForgetAsync(Editor);
        await signIn.RefreshSignInAsync(Editor);
        await notice.RunAsync(Actor, Editor, "twoFactorOff");
        return Redirect(Address + "?done=off");
    }

    private async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Key = IsOn ? null : await keys.FindAsync(Editor);
        CodesLeft = IsOn ? await recovery.LeftAsync(Editor) : 0;
    }
}
