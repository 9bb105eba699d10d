using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Plans;

/// <summary>Plans when one language of an item goes public and when it leaves, or gives the plan up.</summary>
public sealed class Schedule(
    SiteDbContext db, Standards standards, CurrentTenant current, AuditLog audit, PlanWatch plans, TimeProvider time)
{
    public async Task<Outcome> RunAsync(
        Actor actor, string itemId, string culture, Plan plan, CancellationToken cancellation = default)
    {
        var item = await db.Set<Item>().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item?.In(culture) is not { } words || standards[current.Tenant.Standard].Type(item.Type) is not { } type)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var reasons = Refusals(actor, type, item, words, plan).Distinct().ToList();
        if (reasons.Count > 0)
        {
            return Outcome.Refused(reasons);
        }

        (words.PublishAt, words.WithdrawAt) = (plan.PublishAt, plan.WithdrawAt);
        (words.PlannedBy, words.PlanFailedAt) = (actor.Name, null);
        audit.Add(db, actor, plan is (null, null) ? "unschedule"
            : "schedule", words.Title, Described(culture, plan), itemId);
        if (await db.TrySaveAsync(itemId, cancellation) is { } changed)
        {
            return Outcome.Refused(changed);
        }

        plans.Wake(current.Tenant.Id, plan.PublishAt ?? plan.WithdrawAt ?? time.GetUtcNow());
        return Outcome.Done;
    }

    private List<Reason> Refusals(Actor actor, ContentType type, Item item, Translation words, Plan plan)
    {
        var (culture, now) = (words.Culture, time.GetUtcNow());
        if (Workflow.Refusal(Workflow.StageOf(item, culture), Verb.Schedule, actor.Role) is { } closed)
        {
            return [closed];
        }

        var reasons = new List<Reason>();
        if (plan.PublishAt is { } at && at != words.PublishAt)
        {
            reasons.AddRange(at <= now ? [new Reason("schedule.past")] : []);
            reasons.AddRange(
                new[] { Workflow.Refusal(type, item, culture, Verb.Schedule, actor.Role) }.OfType<Reason>());
            reasons.AddRange(PublishCheck.Missing(type, item, [culture]));
        }

        if (plan.WithdrawAt is { } until && until != words.WithdrawAt)
        {
            reasons.AddRange(until <= now ? [new Reason("schedule.past")] : []);
            reasons.AddRange(plan.PublishAt is null && words.State != TranslationState.Published
                ? [new Reason("schedule.notPublic")] : []);
            reasons.AddRange(plan.PublishAt >= until ? [new Reason("schedule.order")] : []);
        }

        return reasons;
    }

    private static string Described(string culture, Plan plan) => string.Join(' ', new[]
    {
        culture,
        plan.PublishAt?.ToString("u", System.Globalization.CultureInfo.InvariantCulture),
        plan.WithdrawAt is { } until ? "– " + until.ToString("u", System.Globalization.CultureInfo.InvariantCulture)
            : null,
    }.OfType<string>());
}
