using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Feedback.Sending;

// Stores a citizen's appeal and gives it a number. It returns only when all of it is committed; anything else throws.
// The visitor's cancellation is not asked: a commit must not be torn by a closed browser.
public sealed class SendAppeal(SiteDatabases sites, CurrentTenant current, Standards standards, AppealFiles files,
    Outbox outbox, OutboxRelay relay, TimeProvider time)
{
    private const int Attempts = 3;

    private Tenant Tenant => current.Tenant;

    // What the same form stored before, if anything.
    public async Task<Appeal?> EarlierAsync(string key)
    {
        await using var db = sites.Open(Tenant);
        return await db.Set<Appeal>().AsNoTracking().SingleOrDefaultAsync(row => row.SubmissionKey == key);
    }

    // The files come first, outside the transaction: a slow disk must not hold up the tenant's other writers.
    public async Task<Appeal> RunAsync(Submission submission)
    {
        var draft = new AppealDraft(Ids.New(), submission, time.GetUtcNow(), CheckCode.New());
        var written = await files.WriteAsync(Tenant.Id, draft.Id, submission.Attachments);
        var mayBeStored = false;
        try
        {
            var appeal = await CommitAsync(draft, written, () => mayBeStored = true);
            mayBeStored = appeal.Id == draft.Id;
            relay.Nudge(Tenant.Id);
            return appeal;
        }
        finally
        {
            // Once the commit was asked for, the rows may be there whatever was reported; then the files stay.
            if (!mayBeStored)
            {
                await files.DeleteAsync(Tenant.Id, written);
            }
        }
    }

    private async Task<Appeal> CommitAsync(AppealDraft draft, IReadOnlyList<AppealFile> written, Action committing)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CommitOnceAsync(draft, written, committing);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Two hosts gave the year's first number, or stored the same form, at the same moment.
            }
        }
    }

    private async Task<Appeal> CommitOnceAsync(AppealDraft draft, IReadOnlyList<AppealFile> written, Action committing)
    {
        await using var db = sites.Open(Tenant);
        await using var transaction = await db.BeginWriteAsync();
        // A twin that is stored after this look fails on its key, and the next attempt finds it.
        if (await db.Set<Appeal>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.SubmissionKey == draft.Submission.Key) is { } twin)
        {
            return twin;
        }

        // Last of all: on PostgreSQL the counter's row is held until the commit, and all others of the year wait for
        // it.
        var year = Dates.On(draft.At).Year;
        var number = await NextNumberAsync(db, year);
        var appeal = draft.Complete(
            $"{Tenant.Slug.ToUpperInvariant()}-{year:D4}-{number:D5}", standards[Tenant.Standard].Appeals.TermDays);
        db.Add(appeal);
        db.Add(new AppealEvent { Id = Ids.New(), AppealId = appeal.Id, At = draft.At, State = AppealState.Received });
        db.AddRange(written);
        outbox.Add(db, appeal.Id, appeal.Culture, AppealLetters.Word);
        await db.SaveChangesAsync();
        committing();
        await transaction.CommitAsync();
        return appeal;
    }

    // The update locks the row until the commit, on both databases; so numbers have neither twins nor gaps.
    private static async Task<int> NextNumberAsync(SiteDbContext db, int year)
    {
        var counter = db.Set<AppealCounter>().Where(row => row.Year == year);
        if (await counter.ExecuteUpdateAsync(set => set.SetProperty(row => row.Last, row => row.Last + 1)) > 0)
        {
            return await counter.Select(row => row.Last).SingleAsync();
        }

        db.Add(new AppealCounter { Year = year, Last = 1 });
        await db.SaveChangesAsync();
        return 1;
    }
}
