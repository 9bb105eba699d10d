using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tajik;

namespace EgovSites.Features.Feedback.Sending;

// The words both sides of the counter use.
public static class AppealWords
{
    public static string Days(this Words words, string culture, int days) =>
        $"{Numbers.Whole(days, culture)} {Plural.Choose(
        days, culture, words.In(culture, "feedback.days.one"), words.In(culture, "feedback.days.few"), words.In(culture, "feedback.days.many"))}";

    public static string Errors(this Words words, string culture, int count) => $"{Numbers.Whole(count, culture)} {Plural.Choose(
        count, culture, words.In(culture, "feedback.errors.one"), words.In(culture, "feedback.errors.few"), words.In(culture, "feedback.errors.many"))}";

    public static string Left(this Words words, string culture, int days) => days switch
    {
        < 0 => words.In(culture, "feedback.overdue", words.Days(culture, -days)),
        0 => words.In(culture, "feedback.today"),
        _ => words.In(culture, "feedback.left", words.Days(culture, days)),
    };

    public static string State(this Words words, string culture, AppealState state) =>
        words.In(culture, $"feedback.state.{state}");

    public static string Kind(this Words words, string culture, string kind) =>
        words.In(culture, $"feedback.kind.{kind}");

    // Paragraphs of a plain text, each with its lines.
    public static IEnumerable<IReadOnlyList<string>> Paragraphs(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('\n'));
}
