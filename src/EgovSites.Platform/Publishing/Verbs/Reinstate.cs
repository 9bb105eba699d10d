using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>
/// Takes a withdrawal as outdated back: the very words that stood there are public again, newer drafts stay drafts.
/// </summary>
public sealed class Reinstate(SiteDbContext db, CurrentTenant current, AuditLog audit, Outbox outbox, OutboxRelay relay)
{
    public async Task<Outcome> RunAsync(
        Actor actor, string itemId, IReadOnlyCollection<string> cultures, CancellationToken cancellation = default)
    {
        var item = await db.Set<Item>().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item is null || item.BinnedAt is not null)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var rows = await db.Set<Publication>().IgnoreQueryFilters([Publication.WithoutWithdrawn])
            .Where(row => row.ItemId == itemId && row.WithdrawnAt != null && cultures.Contains(row.Culture))
            .ToListAsync(cancellation);
        // These words were reviewed before they were public, so the table alone decides.
        var refusals = cultures.Select(
            culture => Workflow.Refusal(Workflow.StageOf(item, culture), Verb.Publish, actor.Role)).OfType<Reason>()
            .Concat(rows.Count < cultures.Count ? [new Reason("reinstate.nothing")] : []).Distinct().ToList();
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        foreach (var row in rows)
        {
            (row.WithdrawnAt, row.WithdrawnNote) = (null, "");
            var words = item.In(row.Culture)!;
            (words.State, words.PublishedRevision) = (TranslationState.Published, row.Revision);
            db.CompareState(words);
            outbox.Add(db, itemId, row.Culture);
            audit.Add(db, actor, "reinstate", row.Title, row.Culture, itemId);
        }

        if (await db.TrySaveAsync(itemId, cancellation) is { } changed)
        {
            return Outcome.Refused(changed);
        }

        relay.Nudge(current.Tenant.Id);
        return Outcome.Done;
    }
}
