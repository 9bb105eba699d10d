using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Items;

namespace EgovSites.Admin.Languages;

/// <summary>
/// Puts the changed paragraphs of a source into a translation, each behind its counterpart and marked to be translated.
/// </summary>
public static class TakeOver
{
    /// <summary>The translation with the new paragraphs; every word that stood in it stays.</summary>
    public static string Into(string translation, string before, string after, string sourceCulture)
    {
        var lines = translation.ReplaceLineEndings("\n").Split('\n').ToList();
        var told = lines.Select((line, number) => (line, number)).Where(pair => pair.line.Trim().Length > 0)
            .Select(pair => pair.number).ToList();
        var isParallel = told.Count == TextComparison.ParagraphsOf(before).Count;
        var mark = TranslationMark.Of(sourceCulture);
        // From the end, so that the places in front stay true.
        foreach (var paragraph in TextComparison.Of(before, after)
            .Paragraphs.Where(paragraph => paragraph.IsChanged && paragraph.After.Length > 0).Reverse())
        {
            var text = $"{mark} {paragraph.After}";
            if (lines.Any(line => line.Trim() == text))
            {
                continue;
            }

            // A changed paragraph stands behind its own translation, an added one behind that of its neighbour above.
            var neighbours = paragraph.Place + (paragraph.Before.Length > 0 ? 1 : 0);
            var place = !isParallel ? lines.Count : neighbours == 0 ? 0 : told[neighbours - 1] + 1;
            lines.InsertRange(place, place == 0 ? [text, ""]
                : ["", text, .. place < lines.Count && lines[place].Trim().Length > 0 ? [""] : Array.Empty<string>()]);
        }

        return string.Join('\n', lines).Trim('\n');
    }
}
