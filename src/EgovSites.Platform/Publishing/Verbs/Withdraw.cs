using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>
/// Takes one, some or all cultures of an item off the public site for a reason; the words stay as they are.
/// </summary>
public sealed class Withdraw(
    SiteDbContext db, CurrentTenant current, AuditLog audit, Unpublishing unpublishing, OutboxRelay relay)
{
    public Task<Outcome> RunAsync(
        Actor actor, string itemId, IReadOnlyCollection<string> cultures, Withdrawal withdrawal,
        CancellationToken cancellation = default) =>
        RunAsync(actor, itemId, cultures, withdrawal, null, cancellation);

    /// <summary>Carries a plan out; done already when its moment no longer stands in the item.</summary>
    public async Task<Outcome> RunAsync(
        Actor actor, string itemId, IReadOnlyCollection<string> cultures, Withdrawal withdrawal,
        DateTimeOffset? plannedFor, CancellationToken cancellation = default)
    {
        var item = await db.Set<Item>().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item is null)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        if (plannedFor is not null && cultures.All(culture => item.In(culture)?.WithdrawAt != plannedFor))
        {
            // Another host, or a hand, was first.
            return Outcome.Done;
        }

        var refusals =
            cultures.Select(culture => Workflow.Refusal(Workflow.StageOf(item, culture), Verb.Withdraw, actor.Role))
            .Append(withdrawal.Problem).OfType<Reason>().Distinct().ToList();
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        foreach (var row in await unpublishing.RunAsync(item, cultures, withdrawal, cancellation))
        {
            audit.Add(db, actor, "withdraw", row.Title, $"{row.Culture} {withdrawal.Reason}", itemId);
        }

        if (await db.TrySaveAsync(itemId, cancellation) is { } changed)
        {
            return Outcome.Refused(changed);
        }

        relay.Nudge(current.Tenant.Id);
        return Outcome.Done;
    }
}
