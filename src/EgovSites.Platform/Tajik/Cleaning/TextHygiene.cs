using System.Globalization;
using System.Text;
using EgovSites.Platform.Tajik.Spelling;

namespace EgovSites.Platform.Tajik.Cleaning;

/// <summary>Cleans what arrives from Word, phones and old sites before it is stored (tajik.md 3.1 and 3.8).</summary>
public static class TextHygiene
{
    /// <summary>
    /// Composes letters (NFC), makes line ends \n, turns control characters into blanks or line ends, and removes
    /// invisible characters and spaces at line ends. Joiners of scripts and emoji, combining marks and hyphens of all
    /// kinds stay.
    /// </summary>
    public static string Normalise(string text)
    {
        var visible = new StringBuilder(text.Length);
        var source = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < source.Length; i++)
        {
            if (Composition.IsPairAt(source, i))
            {
                visible.Append(source, i++, 2);
            }
            else if (!IsInvisible(source[i]) && !IsIdleJoiner(source[i], visible))
            {
                visible.Append(Repaired(source[i]));
            }
        }

        var lines = visible.ToString().Split('\n');
        return Composition.Nfc(string.Join('\n', lines.Select(line => line.TrimEnd(' ', '\t', '\u00A0'))));
    }

    /// <summary>The text with its line breaks as blanks, for what stands on one line.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>At most so many UTF-16 units from the beginning, in whole visible letters.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= length)
        {
            end += next;
        }

        return text[..end];
    }

    /// <summary>
    /// The same, cut between words where there are several, and with "…" where something was left out.
    /// </summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', length);
        return (space > 0 ? text[..space] : Cut(text, length)) + "…";
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

    // What Word, PDF readers and broken copies leave; the half of a letter is past help, but shows that one was there.
    private static char Repaired(char letter) => letter switch
    {
        '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => '\n',
        '\t' or '\n' => letter,
        '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => ' ',
        _ when char.IsControl(letter) => ' ',
        _ when char.IsSurrogate(letter) => '\uFFFD',
        _ => letter,
    };

    // Persian words and composed emoji need their joiners; after a Cyrillic or Latin letter, or after nothing, they are
    // dirt.
    private static bool IsIdleJoiner(char letter, StringBuilder before) => letter is '\u200C' or '\u200D'
        && (before is not [.., var last] || char.IsWhiteSpace(last) || Letters.IsCyrillic(last)
            || Letters.IsLatin(last));

    // Zero-width spaces, byte order mark, direction marks and embeddings.
    private static bool IsInvisible(char letter) => letter is '\u200B' or '\u200E' or '\u200F'
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u2069')
        or '\u061C' or '\u180E' or '\uFEFF';
}
