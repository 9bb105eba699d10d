using EgovSites.Platform.Content.Comparison;

namespace EgovSites.Admin.Lists;

/// <summary>
/// What <c>/Content/_Diff.cshtml</c> draws: a comparison in its language; brief leaves out what is the same.
/// </summary>
public sealed record DiffView(
    TextComparison Comparison, string Lang, bool IsBrief = false, DiffSide Side = DiffSide.Both)
{
    /// <summary>The paragraphs to show, and before each how many were passed over.</summary>
    public IEnumerable<(int Skipped, ComparedParagraph? Paragraph)> Shown()
    {
        var skipped = 0;
        foreach (var paragraph in Comparison.Paragraphs)
        {
            if (IsBrief && !paragraph.IsChanged)
            {
                skipped++;
                continue;
            }

            yield return (skipped, paragraph);
            skipped = 0;
        }

        if (skipped > 0)
        {
            yield return (skipped, null);
        }
    }

    public IEnumerable<TextRun> Runs(ComparedParagraph paragraph) => paragraph.Runs.Where(run => run.Kind switch
    {
        RunKind.Added => Side != DiffSide.Before,
        RunKind.Removed => Side != DiffSide.After,
        _ => true,
    });
}
