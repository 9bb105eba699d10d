namespace EgovSites.Features.Feedback.Appeals;

public enum AppealVerb
{
    Register,
    Take,
    Answer,
    Decline,
    Note,
}
