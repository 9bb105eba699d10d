using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;

namespace EgovSites.Features.Feedback.Appeals;

public sealed class AnswerAppeal(AppealChange change)
{
    public const int Length = 20_000;

    public async Task<Outcome> RunAsync(
        Actor actor, string appealId, string typed, CancellationToken cancellation = default)
    {
        var (text, problem) = OfficerText.Read(typed, Length, "answer");
        return problem is not null
            ? Outcome.Refused(problem)
            : await change.RunAsync(actor, appealId, AppealVerb.Answer, (appeal, now) =>
            {
                appeal.State = AppealState.Answered;
                (appeal.Answer, appeal.AnsweredAt, appeal.AnsweredBy) = (text, now, actor.Name);
                return AppealChange.Event(appeal, actor, now);
            }, cancellation);
    }
}
