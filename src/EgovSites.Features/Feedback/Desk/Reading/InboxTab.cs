using EgovSites.Features.Feedback.Appeals;

namespace EgovSites.Features.Feedback.Desk.Reading;

// A way to narrow the inbox; Key is its word in the address.
public sealed record InboxTab(string Key, bool IsLateOnly, params IReadOnlyList<AppealState> States)
{
    public static IReadOnlyList<InboxTab> All { get; } =
    [
        new("open", false, AppealState.Received, AppealState.Registered, AppealState.InProgress),
        new("new", false, AppealState.Received, AppealState.Registered),
        new("progress", false, AppealState.InProgress),
        new("overdue", true, AppealState.Received, AppealState.Registered, AppealState.InProgress),
        new("answered", false, AppealState.Answered),
        new("declined", false, AppealState.Declined),
    ];

    // Words are looked for everywhere unless a tab is named.
    public static InboxTab Everything { get; } = new("", false, Enum.GetValues<AppealState>());

    public bool IsOfOpen => !States.Contains(AppealState.Answered) && !States.Contains(AppealState.Declined);

    public static InboxTab Of(string? key, bool hasWords) =>
        All.FirstOrDefault(tab => tab.Key == key) ?? (hasWords ? Everything : All[0]);

    public bool Has(AppealState state, bool isLate) => States.Contains(state) && (isLate || !IsLateOnly);

    public IQueryable<Appeal> Narrow(IQueryable<Appeal> rows, DateOnly today)
    {
        var (states, all) = (States.ToList(), !IsLateOnly);
        return rows.Where(row => states.Contains(row.State) && (all || row.DueOn < today));
    }
}
