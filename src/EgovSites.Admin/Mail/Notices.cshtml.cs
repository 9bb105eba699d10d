using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Mail;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Mail;

public sealed class NoticesModel(Notifications notifications, Mailbox mailbox) : DeskPage
{
    public static IReadOnlyList<Notice> All { get; } = Enum.GetValues<Notice>();

    public IReadOnlyList<Notice> Chosen { get; private set; } = [];

    public bool HasMail => mailbox.IsOpen;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Chosen = await notifications.OfAsync(Editor.Id, cancellation);

    public async Task<IActionResult> OnPostAsync(List<Notice> notice, CancellationToken cancellation)
    {
        await notifications.ChooseAsync(Editor.Id, notice.Where(All.Contains), cancellation);
        return Redirect("/admin/profile/notices?done=saved");
    }
}
