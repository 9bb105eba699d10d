using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Storage.Centre;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Admin.Mail;

public sealed class LettersModel(
    HostDbContext db, Mailbox mailbox, IOptions<MailOptions> options, Words words, TimeProvider time) : DeskPage
{
    private const string Address = "/admin/mail";

    private const int Shown = 100;

    public sealed record Line(string Id, string To, string Subject, DateTimeOffset WrittenAt, int Attempts,
        DateTimeOffset NextAttemptAt, bool IsSetAside, string Error);

    public IReadOnlyList<Line> Late { get; private set; } = [];

    public int Waiting { get; private set; }

    public bool HasMail => mailbox.IsOpen;

    public string Server => $"{options.Value.Host}:{options.Value.Port}";

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var letters = db.Set<Letter>().AsNoTracking();
        Waiting = await letters.CountAsync(row => row.SetAsideAt == null, cancellation);
        Late = await letters.Where(row => row.Attempts > 0 && row.Error != "")
            .OrderByDescending(row => row.SetAsideAt != null).ThenBy(row => row.WrittenAt).Take(Shown)
            .Select(row =>
                new Line(row.Id, row.To, row.Subject, row.WrittenAt, row.Attempts, row.NextAttemptAt,
                    row.SetAsideAt != null, row.Error)).ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnPostRetryAsync(string? letter, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Set<Letter>().Where(row => (letter == null || row.Id == letter) && row.Attempts > 0)
            .ExecuteUpdateAsync(
            row => row.SetProperty(one => one.NextAttemptAt, now).SetProperty(one => one.Attempts, 0)
                .SetProperty(one => one.SetAsideAt, (DateTimeOffset?)null), cancellation);
        return Redirect(Address + "?done=retry");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string letter, CancellationToken cancellation)
    {
        await db.Set<Letter>().Where(row => row.Id == letter).ExecuteDeleteAsync(cancellation);
        return Redirect(Address + "?done=removed");
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellation)
    {
        await mailbox.AddAsync(db, Editor.Email!, "test", Culture, words["mail.testSubject"], words["mail.testBody"]);
        await db.SaveChangesAsync(cancellation);
        return Redirect(Address + "?done=test");
    }
}
