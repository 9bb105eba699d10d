using EgovSites.Platform.Desk;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Writing.Checking;

/// <summary>Official names with some words in them, in the language that is written and in the others.</summary>
public sealed class TermsModel : DeskPage
{
    private const int Most = 20;

    public sealed record Answer(string Text, IReadOnlyList<string> Others);

    public IActionResult OnGet(string? q, string? culture)
    {
        var written = culture is not null && Cultures.IsKnown(culture) ? culture : Culture;
        return new JsonResult(Standard.Glossary.Find(q ?? "").Take(Most)
            .Select(term =>
                new Answer(
                    term[written], [.. Cultures.All.Where(other => other != written).Select(other => term[other])])));
    }
}
