using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Feedback.Appeals;

// What all verbs on appeals have in common: ask the workflow, change, write the event and the audit line, all at once.
public sealed class AppealChange(SiteDbContext db, AuditLog audit, TimeProvider time)
{
    public async Task<Outcome> RunAsync(
        Actor actor, string appealId, AppealVerb verb, Func<Appeal, DateTimeOffset, AppealEvent> apply,
        CancellationToken cancellation)
    {
        var appeal = await db.Set<Appeal>().SingleOrDefaultAsync(row => row.Id == appealId, cancellation);
        if (appeal is null)
        {
            return Outcome.Refused(new Reason("feedback.refused.gone"));
        }

        if (AppealWorkflow.Refusal(appeal, verb, actor) is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        appeal.Version++;
        db.Add(apply(appeal, time.GetUtcNow()));
        audit.Add(db, actor, $"appeal{verb}", appeal.Number);
        return await CommitAsync(cancellation);
    }

    private async Task<Outcome> CommitAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(new Reason("feedback.refused.meanwhile"));
        }
    }

    public static AppealEvent Event(
        Appeal appeal, Actor actor, DateTimeOffset at, string note = "", bool isPublic = true) => new()
        {
            Id = Ids.New(),
            AppealId = appeal.Id,
            At = at,
            State = appeal.State,
            Who = actor.Name,
            Note = note,
            IsPublic = isPublic,
        };
}
