using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tajik;

namespace EgovSites.Features.Feedback;

// Place is a class of the stylesheet: done, now or next.
public sealed record TimelineStep(string Place, string Title, string When, string Note = "")
{
    // What happened so far, what goes on now and what will follow.
    public static IReadOnlyList<TimelineStep> Of(
        Appeal appeal, IEnumerable<AppealEvent> events, Words words, string culture)
    {
        var past = events.Where(step => step.IsPublic).OrderBy(step => step.At).ThenBy(step => step.State).ToList();
        return [
            .. past.Select((step, index) => new TimelineStep(
                appeal.IsOpen && index == past.Count - 1 ? "now" : "done",
                words.State(culture, step.State), Dates.LongWithTime(step.At, culture), step.Note)),
            .. Ahead(appeal, words, culture)];
    }

    private static IEnumerable<TimelineStep> Ahead(Appeal appeal, Words words, string culture)
    {
        if (appeal.State < AppealState.InProgress)
        {
            yield return new("next", words.State(culture, AppealState.InProgress), "");
        }

        if (appeal.IsOpen)
        {
            yield return new("next", words.In(culture, "feedback.answer"),
                words.In(culture, "feedback.until", Dates.Long(appeal.DueOn, culture)));
        }
    }
}
