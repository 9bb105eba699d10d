using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Publishing.Plans;

/// <summary>
/// The plans of one tenant whose moment has come. One that is refused is marked as failed, and its editor is told.
/// </summary>
public sealed class DuePlans(SiteDbContext db, Publish publish, Withdraw withdraw, Outbox outbox, OutboxRelay relay,
    TimeProvider time, ILogger<DuePlans> log)
{
    /// <summary>The kind of message that follows a plan that failed.</summary>
    public const string Failed = "plan";

    private static readonly Actor Clock = new("", "EgovSites", Role.Editor);

    private IQueryable<Translation> Planned => db.Set<Translation>().AsNoTracking()
        .Where(row => row.PlanFailedAt == null
            && db.Set<Item>().Any(item => item.Id == row.ItemId && item.BinnedAt == null));

    // What is to leave leaves, whatever became of a publication planned before it.
    private IQueryable<Translation> Leaving => db.Set<Translation>().AsNoTracking()
        .Where(row => row.State == TranslationState.Published && (row.PublishAt == null || row.PlanFailedAt != null)
            && db.Set<Item>().Any(item => item.Id == row.ItemId && item.BinnedAt == null));

    /// <summary>Carries them out and gives the moment of the next one, or null when nothing is planned.</summary>
    public async Task<DateTimeOffset?> CarryOutAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var words in await Planned.Where(row => row.PublishAt <= now).OrderBy(row => row.PublishAt)
            .ToListAsync(cancellation))
        {
            var terms = new PublishingTerms { PlannedFor = words.PublishAt };
            await CarryOutAsync(
                words, () => publish.RunAsync(Clock, words.ItemId, [words.Culture], terms, cancellation), cancellation);
        }

        foreach (var words in await Leaving.Where(row => row.WithdrawAt <= now).OrderBy(row => row.WithdrawAt)
            .ToListAsync(cancellation))
        {
            await CarryOutAsync(words, () =>
                withdraw.RunAsync(Clock, words.ItemId, [words.Culture], new(WithdrawalReason.Outdated),
                    words.WithdrawAt, cancellation), cancellation);
        }

        return await NextAsync(cancellation);
    }

    /// <summary>
    /// The moment of the next one, past or to come; one question, for it is asked of every tenant all the time.
    /// </summary>
    public Task<DateTimeOffset?> NextAsync(CancellationToken cancellation) =>
        Planned.Select(row => row.PublishAt).Concat(Leaving.Select(row => row.WithdrawAt)).MinAsync(cancellation);

    private async Task CarryOutAsync(Translation words, Func<Task<Outcome>> verb, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var outcome = await verb();
        // Somebody was at it in this very moment: what is still due then is due at the next tick.
        if (!outcome.IsDone && outcome.Reasons[0].Key != VerbCommit.Changed)
        {
            await FailAsync(words, outcome.Reasons[0], cancellation);
        }
    }

    // Final until somebody plans anew; the reasons are worked out again on the item's own page.
    private async Task FailAsync(Translation words, Reason reason, CancellationToken cancellation)
    {
        log.LogWarning(
            "A plan of item {Item} in {Culture} was refused: {Reason}", words.ItemId, words.Culture, reason.Key);
        db.ChangeTracker.Clear();
        var failed = await db.Set<Translation>()
            .SingleAsync(row => row.ItemId == words.ItemId && row.Culture == words.Culture, cancellation);
        failed.PlanFailedAt = time.GetUtcNow();
        failed.WithdrawAt = failed.WithdrawAt <= failed.PlanFailedAt && failed.PublishAt is null ? null
            : failed.WithdrawAt;
        outbox.Add(db, words.ItemId, words.Culture, Failed);
        await db.SaveChangesAsync(cancellation);
        relay.Nudge(db.TenantId);
    }
}
