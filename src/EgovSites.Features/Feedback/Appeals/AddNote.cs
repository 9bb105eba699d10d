using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;

namespace EgovSites.Features.Feedback.Appeals;

public sealed class AddNote(AppealChange change)
{
    public const int Length = 4000;

    // For the officers only: the applicant never sees it.
    public async Task<Outcome> RunAsync(
        Actor actor, string appealId, string typed, CancellationToken cancellation = default)
    {
        var (text, problem) = OfficerText.Read(typed, Length, "note");
        return problem is not null
            ? Outcome.Refused(problem)
            : await change.RunAsync(actor, appealId, AppealVerb.Note,
                (appeal, now) => AppealChange.Event(appeal, actor, now, text, isPublic: false), cancellation);
    }
}
