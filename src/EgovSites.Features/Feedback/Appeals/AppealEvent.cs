using EgovSites.Platform.Tenancy;


namespace EgovSites.Features.Feedback.Appeals;

public sealed class AppealEvent : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    public required string AppealId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AppealState State { get; init; }

    public string Who { get; init; } = "";

    public string Note { get; init; } = "";

    // The applicant sees public events on the status page; notes of the officers are not.
    public bool IsPublic { get; init; } = true;
}
