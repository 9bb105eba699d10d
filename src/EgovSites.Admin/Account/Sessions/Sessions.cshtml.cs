using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Account.Sessions;

public sealed class SessionsModel(
    OpenSessions sessions, UserManager<Editor> editors, SignInManager<Editor> signIn, SecurityLog security) : DeskPage
{
    private const string Address = "/admin/profile/sessions";

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public string? Present { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation) =>
        (Sessions, Present) =
            (await sessions.OfAsync(Editor.Id, cancellation), await OpenSessions.PresentAsync(HttpContext));

    public async Task<IActionResult> OnPostEndAsync(string session)
    {
        await sessions.EndAsync(Editor.Id, session);
        security.Write(SecurityEvent.SessionsEnded, Editor.Id);
        return Redirect(Address + "?done=ended");
    }

    public async Task<IActionResult> OnPostOthersAsync()
    {
        await sessions.EndOthersAsync(Editor.Id, await OpenSessions.PresentAsync(HttpContext));
        // The stamp also ends what the other browsers remember.
        await editors.UpdateSecurityStampAsync(Editor);
        await signIn.RefreshSignInAsync(Editor);
        security.Write(SecurityEvent.SessionsEnded, Editor.Id);
        return Redirect(Address + "?done=ended");
    }
}
