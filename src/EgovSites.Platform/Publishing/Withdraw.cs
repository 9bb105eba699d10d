using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing;

/// <summary>Takes one, some or all cultures of an item off the public site; the words stay as they are.</summary>
public sealed class Withdraw(SiteDbContext db, CurrentTenant current, AuditLog audit, Outbox outbox, OutboxRelay relay)
{
    public async Task<Outcome> RunAsync(Actor actor, string itemId, IReadOnlyCollection<string> cultures, CancellationToken cancellation = default)
    {
        var item = await db.Set<Item>().Include(row => row.Translations).SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item is null)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var refusals = cultures.Select(culture => Workflow.Refusal(Workflow.StageOf(item, culture), Verb.Withdraw, actor.Role)).OfType<Reason>().ToList();
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals.Distinct());
        }

        var rows = await db.Set<Publication>().Where(row => row.ItemId == itemId && cultures.Contains(row.Culture)).ToListAsync(cancellation);
        Unpublish(db, item, rows, outbox);
        foreach (var row in rows)
        {
            audit.Add(db, actor, "withdraw", row.Title, row.Culture, itemId);
        }

        await db.SaveChangesAsync(cancellation);
        relay.Nudge(current.Tenant.Id);
        return Outcome.Done;
    }

    internal static void Unpublish(SiteDbContext db, Item item, IEnumerable<Publication> rows, Outbox outbox)
    {
        foreach (var row in rows)
        {
            db.Remove(row);
            var translation = item.In(row.Culture)!;
            (translation.State, translation.PublishedRevision) = (TranslationState.Withdrawn, 0);
            outbox.Add(db, item.Id, row.Culture);
        }
    }
}
