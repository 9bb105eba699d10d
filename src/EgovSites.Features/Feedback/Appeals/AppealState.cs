namespace EgovSites.Features.Feedback.Appeals;

// The numbers are stored.
public enum AppealState
{
    Received = 0,
    Registered = 1,
    InProgress = 2,
    Answered = 3,
    Declined = 4,
}
