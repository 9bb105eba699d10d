using System.Globalization;
using System.Text;
using SkiaSharp;

namespace EgovSites.Platform.Theming.Posters;

/// <summary>
/// Breaks a text into lines between its words: smaller first, and shorter only when the smallest size is still too
/// large.
/// </summary>
public static class TextFitting
{
    private const string Ellipsis = "…";

    /// <summary>The largest of the sizes at which the text fits a box; <paramref name="sizes"/> descend.</summary>
    public static TextBlock Fit(string text, SKTypeface face, float width, float height, IReadOnlyList<float> sizes)
    {
        var words = Clean(text, face).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var size in sizes)
        {
            using var font = new SKFont(face, size);
            var lines = Wrap(words, font, width);
            var fits = lines.Count <= LinesIn(height, size) && words.All(word => font.MeasureText(word) <= width);
            if (fits || size == sizes[^1])
            {
                return new TextBlock(size, fits ? Balanced(words, lines.Count, font, width)
                    : Cut(lines, LinesIn(height, size), font, width));
            }
        }

        throw new ArgumentException("There is no size to try.", nameof(sizes));
    }

    /// <summary>
    /// The text in letters that the typeface has, each composed of one sign; what it lacks is left out.
    /// </summary>
    internal static string Clean(string text, SKTypeface face)
    {
        using var font = new SKFont(face);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            // A no-break space has its letter, and holds two words together.
            var isBlank = Rune.IsWhiteSpace(rune) && rune.Value != '\u00a0';
            var isSeen = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control);
            clean.Append(isBlank ? " " : isSeen && font.ContainsGlyph(rune.Value) ? rune.ToString() : "");
        }

        return clean.ToString();
    }

    private static int LinesIn(float height, float size) => Math.Max(1, (int)(height / (size * TextBlock.Leading)));

    private static List<string> Wrap(IEnumerable<string> words, SKFont font, float width)
    {
        var lines = new List<string>();
        foreach (var word in words.SelectMany(word => Pieces(word, font, width)))
        {
            var longer = lines.Count > 0 ? $"{lines[^1]} {word}" : word;
            if (lines.Count > 0 && font.MeasureText(longer) <= width)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    // As even as the lines can be without being more of them.
    private static List<string> Balanced(string[] words, int count, SKFont font, float width)
    {
        var (narrow, wide) = (words.Select(word => font.MeasureText(word)).DefaultIfEmpty(0).Max(), width);
        while (wide - narrow > 4)
        {
            var middle = (narrow + wide) / 2;
            (narrow, wide) = Wrap(words, font, middle).Count > count ? (middle, wide) : (narrow, middle);
        }

        return Wrap(words, font, wide);
    }

    private static List<string> Cut(List<string> lines, int most, SKFont font, float width)
    {
        if (lines.Count <= most)
        {
            return lines;
        }

        var last = lines[most - 1];
        while (font.MeasureText(Ended(last)) > width && last.LastIndexOf(' ') is > 0 and var space)
        {
            last = last[..space];
        }

        return [.. lines.Take(most - 1), Ended(last)];
    }

    private static string Ended(string line) => line.TrimEnd(' ', ',', ';', ':', '.', '–', '—', '-') + Ellipsis;

    // Only a word that no line could hold is broken.
    private static IEnumerable<string> Pieces(string word, SKFont font, float width)
    {
        while (font.MeasureText(word) > width && StringInfo.ParseCombiningCharacters(word) is [_, .. var ends]
            && ends.Length > 0)
        {
            var length = ends.LastOrDefault(end => font.MeasureText(word[..end]) <= width, ends[0]);
            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }
}
