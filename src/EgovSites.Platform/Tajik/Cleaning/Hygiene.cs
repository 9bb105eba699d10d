using EgovSites.Platform.Tajik.Legacy;
using EgovSites.Platform.Tajik.Spelling;

namespace EgovSites.Platform.Tajik.Cleaning;

/// <summary>
/// Looks through a text for wrong letters (tajik.md 3.3, 3.4, 3.9) and proposes repairs; an editor decides. Tajik texts
/// are looked at for all of them, Russian ones for Latin look-alikes, others for nothing.
/// </summary>
public static class Hygiene
{
    private delegate string Step(string text);

    // Each keeps the number of letters, so that places stay where they are.
    private static readonly (HygieneKind Kind, Step Repair)[] OfTajik =
    [
        (HygieneKind.Koi8, Koi8.Repair),
        (HygieneKind.LegacyFont, text => LegacyFonts.Detect(text) is { } found ? LegacyFonts.Repair(text, found.Scheme)
            : text),
        (HygieneKind.LatinLookAlike, text => Replace(text, RepairReason.LatinLookAlike)),
        (HygieneKind.NeighbourLetter, text => Replace(text, RepairReason.NeighbourLetter)),
        (HygieneKind.ShortIAtWordEnd, text => Replace(text, RepairReason.ShortIAtWordEnd)),
    ];

    private static readonly (HygieneKind Kind, Step Repair)[] OfRussian =
        [(HygieneKind.LatinLookAlike, text => Replace(text, RepairReason.LatinLookAlike))];

    public static HygieneReport Check(string text, string culture)
    {
        var kinds = new HygieneKind?[text.Length];
        var repaired = (culture switch { "tg" => OfTajik, "ru" => OfRussian, _ => [] })
            .Aggregate(text, (before, step) => Marked(before, step.Repair(before), step.Kind, kinds));
        IEnumerable<HygieneFinding> findings = Words(text, repaired, kinds);
        return new HygieneReport(
            [.. (culture == "tg" ? findings.Concat(WithoutLetters(repaired)) : findings)
                .OrderBy(finding => finding.Start)], repaired);
    }

    private static string Replace(string text, RepairReason reason) =>
        LookAlikes.Apply(text, LookAlikes.Find(text).Where(repair => repair.Reason == reason));

    private static string Marked(string before, string after, HygieneKind kind, HygieneKind?[] kinds)
    {
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] != after[i])
            {
                kinds[i] ??= kind;
            }
        }

        return after;
    }

    // A whole word is shown, not a letter: nobody sees the difference between c and с.
    private static IEnumerable<HygieneFinding> Words(string text, string repaired, HygieneKind?[] kinds)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (kinds[i] is not { } kind)
            {
                continue;
            }

            var (start, end) = (i, i);
            while (start > 0 && IsOfWord(text, repaired, start - 1))
            {
                start--;
            }

            while (end < text.Length && IsOfWord(text, repaired, end))
            {
                end++;
            }

            yield return new HygieneFinding(kind, start, end - start, text[start..end], repaired[start..end]);
            i = end;
        }
    }

    private static bool IsOfWord(string text, string repaired, int index) =>
        char.IsLetter(text[index]) || char.IsLetter(repaired[index]) || Letters.IsMark(text[index]);

    private static IEnumerable<HygieneFinding> WithoutLetters(string text)
    {
        var start = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            if (LanguageTest.Judge(paragraph) == LanguageVerdict.TajikWithoutLetters)
            {
                yield return new HygieneFinding(HygieneKind.WithoutLetters, start, paragraph.Length, paragraph, "");
            }

            start += paragraph.Length + 1;
        }
    }
}
