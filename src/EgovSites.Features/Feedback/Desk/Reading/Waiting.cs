using EgovSites.Platform.Desk;



namespace EgovSites.Features.Feedback.Desk.Reading;

// The appeals that are most urgent to answer, for the dashboard.
public sealed record Waiting(string Site, DateOnly Today, int Total, IReadOnlyList<InboxRow> Rows) : IDeskFigure
{
    private const int UrgentDays = 2;

    // The rows begin with the nearest term.
    public DeskFigure Figure => new(Total, "feedback.desk.waiting", Address(),
        Total == 0 ? "good" : Rows[0].DueOn.DayNumber - Today.DayNumber <= UrgentDays ? "stop" : "warn");

    public string Address(string below = "") => $"/admin/sites/{Site}/appeals{below}";
}
