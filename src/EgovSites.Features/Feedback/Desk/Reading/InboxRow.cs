using System.Linq.Expressions;
using EgovSites.Features.Feedback.Appeals;

namespace EgovSites.Features.Feedback.Desk.Reading;

public sealed record InboxRow(
    string Id, string Number, string Kind, string Subject, string Culture, AppealState State, string Officer,
    DateTimeOffset ReceivedAt, DateOnly DueOn)
{
    public static Expression<Func<Appeal, InboxRow>> Of { get; } = row =>
        new InboxRow(
            row.Id, row.Number, row.Kind, row.Subject, row.Culture, row.State, row.Officer, row.ReceivedAt, row.DueOn);

    public bool IsOpen => State < AppealState.Answered;
}
