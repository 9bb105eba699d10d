using EgovSites.Platform.Tenancy;


namespace EgovSites.Features.Feedback.Appeals;

public sealed class Appeal : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    public required string Number { get; init; }

    // Readable: the receipt shows it again when a form is sent twice, and a hash hides nothing from
    // whoever holds the database, where the appeal itself lies beside it.
    public required string CheckCode { get; init; }

    public required string Kind { get; init; }

    public required string Topic { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string Address { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Culture { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset ConsentAt { get; init; }

    public required DateOnly DueOn { get; init; }

    // One for each form that was shown: what is sent twice is stored once.
    public required string SubmissionKey { get; init; }

    // Tells the same form sent twice from one that was changed in between.
    public required string SubmissionHash { get; init; }

    public required string SearchText { get; init; }

    public AppealState State { get; set; }

    public string Officer { get; set; } = "";

    // For a declined appeal, the reason.
    public string Answer { get; set; } = "";

    public DateTimeOffset? AnsweredAt { get; set; }

    public string AnsweredBy { get; set; } = "";

    public int Version { get; set; }

    public bool IsOpen => State < AppealState.Answered;

    public int DaysLeft(DateOnly today) => DueOn.DayNumber - today.DayNumber;
}
