using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;

namespace EgovSites.Features.Feedback.Appeals;

// The one table of work on appeals: which verb is open in which state, and to whom.
public static class AppealWorkflow
{
    private static readonly Dictionary<(AppealState, AppealVerb), Role> Table = new()
    {
        [(AppealState.Received, AppealVerb.Register)] = Role.Editor,
        [(AppealState.Received, AppealVerb.Take)] = Role.Editor,
        [(AppealState.Received, AppealVerb.Answer)] = Role.Editor,
        [(AppealState.Received, AppealVerb.Decline)] = Role.Editor,
        [(AppealState.Received, AppealVerb.Note)] = Role.Author,

        [(AppealState.Registered, AppealVerb.Take)] = Role.Editor,
        [(AppealState.Registered, AppealVerb.Answer)] = Role.Editor,
        [(AppealState.Registered, AppealVerb.Decline)] = Role.Editor,
        [(AppealState.Registered, AppealVerb.Note)] = Role.Author,

        [(AppealState.InProgress, AppealVerb.Answer)] = Role.Editor,
        [(AppealState.InProgress, AppealVerb.Decline)] = Role.Editor,
        [(AppealState.InProgress, AppealVerb.Note)] = Role.Author,

        [(AppealState.Answered, AppealVerb.Note)] = Role.Author,
        [(AppealState.Declined, AppealVerb.Note)] = Role.Author,
    };

    public static Role? LeastRole(AppealState state, AppealVerb verb) => Table.TryGetValue((state, verb), out var role) ? role : null;

    public static bool Allows(AppealState state, AppealVerb verb, Role role) => LeastRole(state, verb) is { } least && role >= least;

    public static Reason? Refusal(Appeal appeal, AppealVerb verb, Role role) => LeastRole(appeal.State, verb) switch
    {
        null when !appeal.IsOpen => new Reason("feedback.refused.closed", appeal.AnsweredBy),
        null => new Reason("workflow.closed"),
        { } least when role < least => new Reason("workflow.role"),
        _ => null,
    };
}
