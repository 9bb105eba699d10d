using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Finding;

namespace EgovSites.Features.Feedback.Sending;

// An appeal that has no number yet.
internal sealed record AppealDraft(string Id, Submission Submission, DateTimeOffset At, string CheckCode)
{
    private AppealContent Content => Submission.Content;

    public Appeal Complete(string number, int termDays) => new()
    {
        Id = Id,
        Number = number,
        CheckCode = CheckCode,
        Kind = Content.Kind,
        Topic = Content.Topic,
        Name = Content.Name,
        Phone = Content.Phone,
        Email = Content.Email,
        Address = Content.Address,
        Subject = Content.Subject,
        Text = Content.Text,
        Culture = Submission.Culture,
        ReceivedAt = At,
        ConsentAt = At,
        DueOn = Dates.On(At).AddDays(termDays),
        SubmissionKey = Submission.Key,
        SubmissionHash = Submission.Hash,
        SearchText = Folding.Fold(
            $"{number} {Content.Name} {Content.Subject} {Content.Text} {Content.Address} {Content.Phone} {Content.Email}"),
    };
}
