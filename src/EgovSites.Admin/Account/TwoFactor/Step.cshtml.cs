using EgovSites.Admin.Account.SignIn;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.Account.TwoFactor;

public sealed class StepModel(PendingEntry pending, SecondStep step, RedeemInvitation redeem, Entrance entrance)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Reason? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await pending.FindAsync() is null ? Redirect(DeskSession.SignInPath) : Page();

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (await pending.FindAsync() is not { } editor)
        {
            return Redirect(DeskSession.SignInPath);
        }

        Problem = await step.RefuseAsync(editor, code ?? "");
        if (Problem is not null)
        {
            return Page();
        }

        if (await pending.InvitationAsync() is { } invitation)
        {
            await redeem.FinishAsync(editor, invitation);
        }

        await entrance.AdmitAsync(editor, SecurityEvent.SecondStep);
        return Redirect(Entrance.Inside(ReturnUrl));
    }
}
