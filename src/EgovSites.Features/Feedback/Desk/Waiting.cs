namespace EgovSites.Features.Feedback.Desk;

// The appeals that are most urgent to answer, for the dashboard.
public sealed record Waiting(string Site, DateOnly Today, IReadOnlyList<InboxRow> Rows)
{
    public string Address(string below = "") => $"/admin/sites/{Site}/appeals{below}";
}
