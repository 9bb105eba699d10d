using System.Text;
using EgovSites.Platform.Tajik.Spelling;

namespace EgovSites.Platform.Tajik.Finding;

/// <summary>The forms of a text which search compares: many type without Tajik letters (tajik.md 3.3).</summary>
public static class Folding
{
    /// <summary>
    /// The forgiving form: lower-case, each Tajik letter as people type it without a Tajik keyboard, no ъ, ь or
    /// apostrophe, words parted by single spaces. It merges some real words: rank by it, never show it.
    /// </summary>
    public static string Fold(string text) => Parted(text, isForgiving: true);

    /// <summary>The same words in the same order with the letters they are written in, lower-case.</summary>
    public static string AsWritten(string text) => Parted(text, isForgiving: false);

    /// <summary>The exact form: composed, lower-case, white space as single spaces, every letter kept.</summary>
    public static string Lower(string text) =>
        string.Join(' ', Composition.Nfc(text).ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of the forgiving form in their order.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// A Latin form for index and query alike, in which tojikiston, tochikiston and Тоҷикистон are the same;
    /// its spellings (kh, x and h are one) suit no eye.
    /// </summary>
    public static string ToLatin(string text) => LatinFolding.Merge(Transliteration.Words(text, "tg", ' '));

    /// <summary>
    /// What a text is found by: each of its words once in each form, with a space before and behind every one.
    /// </summary>
    public static string ForSearch(string text) =>
        $" {string.Join(' ', new[] { AsWritten(text), Fold(text), ToLatin(text) }.SelectMany(WordsOf).Distinct())} ";

    private static string[] WordsOf(string form) => form.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Parted(string text, bool isForgiving)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in RaisedDigits.Plain(Composition.Nfc(text).ToLowerInvariant()).EnumerateRunes())
        {
            Append(words, rune, isForgiving);
        }

        return words.ToString().TrimEnd(' ');
    }

    private static void Append(StringBuilder words, Rune rune, bool isForgiving)
    {
        if (rune.IsBmp && IsDropped((char)rune.Value, isForgiving))
        {
            return;
        }

        if (Rune.IsLetterOrDigit(rune))
        {
            words.Append(rune.IsBmp && isForgiving ? AsTyped((char)rune.Value).ToString() : rune.ToString());
        }
        else if (words is [.., not ' '])
        {
            words.Append(' ');
        }
    }

    private static bool IsDropped(char letter, bool isForgiving) =>
        (isForgiving && letter is ('ъ' or 'ь')) || Letters.IsApostrophe(letter) || Letters.IsMark(letter);

    // Written as escapes: U+045D ѝ, U+045E ў, U+0453 ѓ, U+045C ќ, U+0450 ѐ are what broken keyboards leave.
    private static char AsTyped(char letter) => letter switch
    {
        'ғ' or '\u0453' => 'г',
        'ӣ' or 'й' or '\u045D' => 'и',
        'қ' or '\u045C' => 'к',
        'ӯ' or '\u045E' => 'у',
        'ҳ' => 'х',
        'ҷ' => 'ч',
        'ё' or '\u0450' => 'е',
        _ => letter,
    };
}
