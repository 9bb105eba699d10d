using System.Text;

namespace EgovSites.Platform.Tajik;

/// <summary>Cleans what arrives from Word, phones and old sites before it is stored (tajik.md 3.1 and 3.8).</summary>
public static class TextHygiene
{
    /// <summary>
    /// Composes letters (NFC), makes line ends \n, removes invisible characters and spaces at line ends. Combining
    /// marks, soft and non-breaking hyphens and what <see cref="HasControlCharacters"/> finds stay.
    /// </summary>
    public static string Normalise(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!IsInvisible(letter))
            {
                visible.Append(letter);
            }
        }

        var lines = visible.Replace("\r\n", "\n").Replace('\r', '\n').ToString().Split('\n');
        return Composition.Nfc(string.Join('\n', lines.Select(line => line.TrimEnd(' ', '\t', '\u00A0'))));
    }

    /// <summary>Says whether the text holds what XML and databases refuse: control characters, half letters.</summary>
    public static bool HasControlCharacters(string text)
    {
        for (var i = 0; i < text.Length; i += Composition.IsPairAt(text, i) ? 2 : 1)
        {
            if (text[i] is < ' ' and not ('\t' or '\n' or '\r') || Composition.IsBadAt(text, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The different words that mix Latin and Cyrillic letters, in their order.</summary>
    public static IReadOnlyList<string> MixedScriptWords(string text) =>
        [.. Letters.WordsIn(text).Select(word => word.Text).Where(IsMixed).Distinct(StringComparer.Ordinal)];

    private static bool IsMixed(string word) => word.Any(Letters.IsLatin) && word.Any(Letters.IsCyrillic);

    // Zero-width characters, byte order mark, direction marks and embeddings.
    private static bool IsInvisible(char letter) => letter is (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u2069')
        or '\u061C' or '\u180E' or '\uFEFF';
}
