namespace EgovSites.Features.Feedback.Sending;

// A citizen's words after the checks.
public sealed record AppealContent(
    string Kind, string Topic, string Name, string Phone, string Email, string Address, string Subject, string Text);
