using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;

namespace EgovSites.Features.Feedback.Appeals;

public sealed class RegisterAppeal(AppealChange change)
{
    public Task<Outcome> RunAsync(Actor actor, string appealId, CancellationToken cancellation = default) =>
        change.RunAsync(actor, appealId, AppealVerb.Register, (appeal, now) =>
        {
            appeal.State = AppealState.Registered;
            return AppealChange.Event(appeal, actor, now);
        }, cancellation);
}
