using System.Globalization;
using System.Text;

namespace EgovSites.Platform.Tajik.Spelling;

internal static class Letters
{
    internal const string Tajik = "ғӣқӯҳҷҒӢҚӮҲҶ";

    internal static bool IsTajikOnly(char letter) => Tajik.AsSpan().Contains(letter);

    internal static bool IsCyrillic(char letter) =>
        letter is (>= '\u0400' and <= '\u052F' and not (>= '\u0482' and <= '\u0489'))
            or (>= '\u1C80' and <= '\u1C8F') or (>= '\uA640' and <= '\uA69B');

    internal static bool IsLatin(char letter) =>
        char.IsLetter(letter)
        && (letter <= '\u024F' || letter is (>= '\u1E00' and <= '\u1EFF') or (>= '\uFF21' and <= '\uFF5A'));

    internal static bool IsMark(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    internal static bool IsApostrophe(char letter) =>
        letter is '\'' or '`' or '\u00B4' or (>= '\u2018' and <= '\u201B')
            or '\u02BC' or '\u02BB' or '\u02B9' or '\u2032';

    // The letter without its diacritic, as long as that is one of a to z; the text must be lower-case.
    internal static char? PlainLatin(char letter)
    {
        if (letter < '\u0080' || !IsLatin(letter))
        {
            return letter is >= 'a' and <= 'z' ? letter : null;
        }

        var plain = letter.ToString().Normalize(NormalizationForm.FormKD)[0];
        return plain is >= 'a' and <= 'z' ? plain : null;
    }

    internal static IEnumerable<Word> WordsIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || IsMark(text[i])))
            {
                i++;
            }

            yield return new Word(start, text[start..i]);
        }
    }
}
