using EgovSites.Features.Feedback.Appeals;

namespace EgovSites.Features.Feedback.Desk;

public sealed record InboxRow(
    string Id, string Number, string Kind, string Subject, string Culture, AppealState State, string Officer, DateTimeOffset ReceivedAt, DateOnly DueOn)
{
    public bool IsOpen => State < AppealState.Answered;
}
