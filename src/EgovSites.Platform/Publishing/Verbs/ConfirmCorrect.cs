using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>
/// Writes down that somebody has read what is public of an item and that it is still correct; the words do not change.
/// </summary>
public sealed class ConfirmCorrect(
    SiteDbContext db, Standards standards, CurrentTenant current, AuditLog audit, Outbox outbox, OutboxRelay relay,
    TimeProvider time)
{
    public async Task<Outcome> RunAsync(Actor actor, string itemId, CancellationToken cancellation = default)
    {
        var item = await db.Set<Item>().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item is null || item.BinnedAt is not null
            || standards[current.Tenant.Standard].Type(item.Type) is not { } type)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var rows = await db.Set<Publication>().Where(row => row.ItemId == itemId).ToListAsync(cancellation);
        if (Refusal(actor, type, item, rows) is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        (item.ConfirmedAt, item.ConfirmedBy) = (time.GetUtcNow(), actor.Name);
        foreach (var row in rows)
        {
            row.ConfirmedAt = item.ConfirmedAt;
            outbox.Add(db, itemId, row.Culture);
        }

        audit.Add(db, actor, "confirm", SaveDraft.TitleOf(item), itemId: itemId);
        if (await db.TrySaveAsync(itemId, cancellation) is { } changed)
        {
            return Outcome.Refused(changed);
        }

        relay.Nudge(current.Tenant.Id);
        return Outcome.Done;
    }

    private static Reason? Refusal(Actor actor, ContentType type, Item item, List<Publication> rows) =>
        type.ReviewEveryDays is null ? new Reason("confirm.notThisType")
        : rows.Count == 0 ? new Reason("confirm.notPublic")
        : Cultures.All.Where(culture => rows.Exists(row => row.Culture == culture))
            .Select(culture => Workflow.Refusal(Workflow.StageOf(item, culture), Verb.Confirm, actor.Role))
            .FirstOrDefault(reason => reason is not null);
}
