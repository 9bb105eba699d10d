using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Running;

namespace EgovSites.Features.Feedback.Appeals;

internal static class OfficerText
{
    public static (string Text, Reason? Problem) Read(string typed, int maxLength, string field)
    {
        var (text, problem) = PlainText.Read(typed, maxLength);
        return (text, problem?.At(field)
            ?? (text.Length == 0 ? new Reason($"feedback.required.{field}").At(field) : null));
    }
}
