using EgovSites.Platform.Desk;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Cleaning;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Writing.Checking;

/// <summary>Suspicious letters of a text that is being written, and the text as it is probably meant.</summary>
public sealed class LettersModel(Words words) : DeskPage
{
    private const int LongestText = 100_000;

    public sealed record Finding(
        string Kind, int Start, int Length, string Found, string Suggestion, string Message, bool IsParagraph);

    public sealed record Answer(IReadOnlyList<Finding> Findings, string Repaired, string Summary);

    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public IActionResult OnPost(string? text, string? culture)
    {
        if (culture is null || !Cultures.IsKnown(culture) || text is not null and { Length: > LongestText })
        {
            return BadRequest();
        }

        var report = Hygiene.Check((text ?? "").ReplaceLineEndings("\n"), culture);
        return new JsonResult(new Answer(
            [.. report.Findings.Select(Of)], report.Repaired,
            report.Findings.Count == 0 ? words["letters.none"] : words["letters.found", report.Findings.Count]));
    }

    private Finding Of(HygieneFinding one) => new(
        one.Kind.ToString(), one.Start, one.Length, one.Found, one.Suggestion, words[LettersWords.KeyOf(one.Kind)],
        one.Kind == HygieneKind.WithoutLetters);
}
