using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Bulk;

/// <summary>
/// Takes a run back as far as it goes, and says how far: what was first published is withdrawn again, what was
/// withdrawn stands again, what was deleted comes back as a draft, what was given a topic has its earlier one. Whatever
/// changed since is left alone.
/// </summary>
public sealed class UndoBulk(SiteDbContext db, Withdraw withdraw, Reinstate reinstate, RestoreFromBin restore,
    PutTopic put, BulkRuns runs, TimeProvider time)
{
    /// <summary>The id of the run that took the other back, or null where there is nothing to take back.</summary>
    public async Task<string?> RunAsync(Actor actor, string? runId, CancellationToken cancellation = default)
    {
        var run = await runs.FindAsync(actor, runId, cancellation);
        if (run is null || !runs.CanBeUndone(run))
        {
            return null;
        }

        run.UndoneAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        var lines = new List<BulkLine>();
        foreach (var line in run.ReadLines().Where(line => line.IsDone))
        {
            lines.Add(await OneAsync(actor, run.Action, line, cancellation));
            db.ChangeTracker.Clear();
        }

        return await runs.KeepAsync(actor, BulkAction.Undo, lines, cancellation);
    }

    private async Task<BulkLine> OneAsync(Actor actor, BulkAction action, BulkLine line, CancellationToken cancellation)
    {
        if (action == BulkAction.Bin)
        {
            var restored = await restore.RunAsync(actor, line.ItemId, cancellation);
            return line with
            {
                IsDone = restored.IsDone,
                Refused = runs.Say(
                    restored.Reasons.Concat(restored.IsDone && line.Languages.Count > 0 ? [new Reason("bulk.asDraft")]
                        : []))
            };
        }

        if (line.Topic is { } change)
        {
            var outcome = await put.UndoAsync(actor, line.ItemId, change, cancellation);
            return line with { IsDone = outcome.IsDone, Refused = runs.Say(outcome.Reasons) };
        }

        return action == BulkAction.Withdraw
            ? Answer(line, line.Languages,
                await reinstate.RunAsync(
                    actor, line.ItemId, [.. line.Languages.Select(one => one.Culture)], cancellation), [])
            : await UnpublishAsync(actor, line, cancellation);
    }

    private async Task<BulkLine> UnpublishAsync(Actor actor, BulkLine line, CancellationToken cancellation)
    {
        var words = await db.Set<Translation>().AsNoTracking().Where(row => row.ItemId == line.ItemId)
            .ToListAsync(cancellation);
        bool IsAsLeft(BulkLine.Language one) =>
            words.Exists(row => row.Culture == one.Culture && row.State == TranslationState.Published
                && row.PublishedRevision == one.Revision);
        var open = line.Languages.Where(one => !one.WasPublic && IsAsLeft(one)).ToList();
        var refused = line.Languages.Except(open)
            .Select(one =>
                new Reason(one.WasPublic ? "bulk.wasPublic" : "bulk.changedSince", Cultures.NativeName(one.Culture)))
            .ToList();
        var outcome = open.Count == 0 ? Outcome.Done
            : await withdraw.RunAsync(actor, line.ItemId, [.. open.Select(one => one.Culture)],
                new Withdrawal(WithdrawalReason.InError), cancellation);
        return Answer(line, open, outcome, refused);
    }

    private BulkLine Answer(BulkLine line, IReadOnlyList<BulkLine.Language> languages, Outcome outcome,
        IEnumerable<Reason> refused) => line with
        {
            IsDone = outcome.IsDone && languages.Count > 0,
            Languages = outcome.IsDone ? languages : [],
            Refused = runs.Say(outcome.Reasons.Concat(refused)),
        };
}
