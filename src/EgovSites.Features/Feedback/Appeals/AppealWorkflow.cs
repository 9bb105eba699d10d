using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;

namespace EgovSites.Features.Feedback.Appeals;

// The one table of work on appeals: which verb is open in which state. All of them are the officers'.
public static class AppealWorkflow
{
    private static readonly Dictionary<AppealState, AppealVerb[]> Table = new()
    {
        [AppealState.Received] =
            [AppealVerb.Register, AppealVerb.Take, AppealVerb.Answer, AppealVerb.Decline, AppealVerb.Note],
        [AppealState.Registered] = [AppealVerb.Take, AppealVerb.Answer, AppealVerb.Decline, AppealVerb.Note],
        [AppealState.InProgress] = [AppealVerb.Answer, AppealVerb.Decline, AppealVerb.Note],
        [AppealState.Answered] = [AppealVerb.Note],
        [AppealState.Declined] = [AppealVerb.Note],
    };

    public static bool IsOpen(AppealState state, AppealVerb verb) => Table[state].Contains(verb);

    public static Reason? Refusal(Appeal appeal, AppealVerb verb, Actor actor) =>
        !actor.AnswersAppeals ? new Reason("workflow.role")
        : IsOpen(appeal.State, verb) ? null
        : !appeal.IsOpen ? new Reason("feedback.refused.closed", appeal.AnsweredBy)
        : new Reason("workflow.closed");
}
