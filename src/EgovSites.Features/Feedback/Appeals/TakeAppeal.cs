using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;

namespace EgovSites.Features.Feedback.Appeals;

public sealed class TakeAppeal(AppealChange change)
{
    public Task<Outcome> RunAsync(Actor actor, string appealId, CancellationToken cancellation = default) =>
        change.RunAsync(actor, appealId, AppealVerb.Take, (appeal, now) =>
        {
            (appeal.State, appeal.Officer) = (AppealState.InProgress, actor.Name);
            return AppealChange.Event(appeal, actor, now);
        }, cancellation);
}
