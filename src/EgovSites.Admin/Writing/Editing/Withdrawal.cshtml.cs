using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Writing.Editing;

/// <summary>Asks why one language of an item leaves the site, and says what visitors will find instead.</summary>
public sealed class WithdrawalModel(SiteDbContext db, Withdraw withdraw) : ItemPage(db)
{
    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "";

    [BindProperty]
    public WithdrawalReason? Reason { get; set; }

    [BindProperty]
    public string? RedirectTo { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) && IsPublic ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation) || !IsPublic)
        {
            return NotFound();
        }

        if (Reason is not { } reason)
        {
            return Refuse([new Reason("withdraw.why")]);
        }

        var withdrawal =
            new Withdrawal(reason, (RedirectTo ?? "").Trim(), PlainText.Read(Note ?? "", Withdrawal.MaxNote).Text);
        return Answer(await withdraw.RunAsync(Actor, Item.Id, [Language], withdrawal, cancellation), "withdrawn");
    }

    private bool IsPublic => Item.In(Language)?.State == TranslationState.Published;
}
