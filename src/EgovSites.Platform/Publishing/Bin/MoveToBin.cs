using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Bin;

/// <summary>Deletes an item to the bin: off the public site at once, restorable as a draft.</summary>
public sealed class MoveToBin(SiteDbContext db, CurrentTenant current, AuditLog audit, Unpublishing unpublishing,
    OutboxRelay relay, PlanWatch plans, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Actor actor, string itemId, CancellationToken cancellation = default)
    {
        var item = await db.Set<Item>().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item is null)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var refusals = Cultures.All.Select(culture =>
            Workflow.Refusal(Workflow.StageOf(item, culture), Verb.Bin, actor.Role)).OfType<Reason>().ToList();
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals.Distinct());
        }

        await unpublishing.RunAsync(item, Cultures.All, new Withdrawal(WithdrawalReason.InError), cancellation);
        foreach (var words in item.Translations)
        {
            (words.PublishAt, words.WithdrawAt, words.PlanFailedAt) = (null, null, null);
        }

        item.BinnedAt = time.GetUtcNow();
        audit.Add(db, actor, "bin", SaveDraft.TitleOf(item), itemId: itemId);
        if (await db.TrySaveAsync(itemId, cancellation) is { } changed)
        {
            return Outcome.Refused(changed);
        }

        relay.Nudge(current.Tenant.Id);
        plans.Wake(current.Tenant.Id, time.GetUtcNow());
        return Outcome.Done;
    }
}
