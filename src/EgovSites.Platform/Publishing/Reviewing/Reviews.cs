using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Reviewing;

/// <summary>
/// The second pair of eyes: asking for it, approving, sending back, and the look that follows something urgent.
/// </summary>
public sealed class Reviews(SiteDbContext db, AuditLog audit, Outbox outbox, OutboxRelay relay)
{
    /// <summary>The kind of message that follows a question.</summary>
    public const string Asked = "review";

    public const int MaxNote = 1000;

    public Task<Outcome> AskAsync(
        Actor actor, string itemId, string culture, CancellationToken cancellation = default) =>
        ChangeAsync(actor, itemId, culture, Verb.AskReview, "askReview", (words, _, _) =>
        {
            words.Review.State = ReviewState.Asked;
            (words.Review.AskedById, words.Review.AskedBy, words.Review.Note) = (actor.EditorId, actor.Name, "");
            return null;
        }, cancellation);

    /// <summary>
    /// Approves the revision that was read; refused to the one who asked and to the one who wrote last.
    /// </summary>
    public Task<Outcome> ApproveAsync(
        Actor actor, string itemId, string culture, int revision, CancellationToken cancellation = default) =>
        ChangeAsync(actor, itemId, culture, Verb.Approve, "approve", (words, _, item) =>
        {
            if (words.Review.AskedById == actor.EditorId || words.Review.ChangedById == actor.EditorId)
            {
                return new Reason("review.own");
            }

            if (item.Revision != revision)
            {
                return new Reason("review.changed");
            }

            (words.Review.State, words.Review.DecidedBy) = (ReviewState.Approved, actor.Name);
            // Not changed, only compared: a save that came between reading and saving leaves the words' own row as it
            // was.
            db.Entry(item).Property(row => row.Revision).IsModified = true;
            return null;
        }, cancellation);

    /// <summary>Sends the words back with what is to be mended.</summary>
    public Task<Outcome> SendBackAsync(
        Actor actor, string itemId, string culture, string note, CancellationToken cancellation = default) =>
        ChangeAsync(actor, itemId, culture, Verb.SendBack, "sendBack", (words, _, _) =>
        {
            var (text, problem) = PlainText.Read(note, MaxNote);
            if (problem is not null || text.Length == 0)
            {
                return problem ?? new Reason("review.noteMissing");
            }

            words.Review.State = ReviewState.SentBack;
            (words.Review.DecidedBy, words.Review.Note) = (actor.Name, text);
            return null;
        }, cancellation);

    /// <summary>Says that what was published urgently has been read by somebody else and is right.</summary>
    public Task<Outcome> SecondLookAsync(
        Actor actor, string itemId, string culture, CancellationToken cancellation = default) =>
        ChangeAsync(actor, itemId, culture, Verb.SecondLook, "secondLook", (words, row, _) =>
        {
            if (words.Review.SecondLookDueAt is null || row is null)
            {
                return new Reason("workflow.closed");
            }

            // What an older program published urgently is known by name only.
            if (words.Review.UrgentById is { } urgent ? urgent == actor.EditorId : row.PublishedBy == actor.Name)
            {
                return new Reason("review.own");
            }

            words.Review.SecondLookDueAt = null;
            return null;
        }, cancellation);

    private async Task<Outcome> ChangeAsync(
        Actor actor, string itemId, string culture, Verb verb, string auditVerb,
        Func<Translation, Publication?, Item, Reason?> change, CancellationToken cancellation)
    {
        var item = await db.Set<Item>().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item?.In(culture) is not { } words)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var row = await db.Set<Publication>()
            .SingleOrDefaultAsync(one => one.ItemId == itemId && one.Culture == culture, cancellation);
        if ((Workflow.Refusal(Workflow.StageOf(item, culture), verb, actor.Role)
            ?? change(words, row, item)) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(refusal);
        }

        audit.Add(db, actor, auditVerb, words.Title, culture, itemId);
        if (verb == Verb.AskReview)
        {
            outbox.Add(db, itemId, culture, Asked);
        }

        return await CommitAsync(cancellation);
    }

    private async Task<Outcome> CommitAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(new Reason("review.changed"));
        }

        relay.Nudge(db.TenantId);
        return Outcome.Done;
    }
}
