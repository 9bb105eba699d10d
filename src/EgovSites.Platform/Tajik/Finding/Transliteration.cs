using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using EgovSites.Platform.Tajik.Spelling;

namespace EgovSites.Platform.Tajik.Finding;

// The URL columns of tajik.md 3.5: own tables, because the ready-made ones drop Tajik letters.
internal static class Transliteration
{
    private static readonly FrozenDictionary<char, string> Tajik = Read(
        "а a б b в v г g ғ gh д d е e ё yo ж zh з z и i ӣ i й y к k қ q л l м m н n о o п p р r с s т t у u ӯ u " +
        "ф f х kh ҳ h ч ch ҷ j ш sh ъ - э e ю yu я ya щ sh ь - ы i ц s " +
        "\u0453 gh \u0450 yo \u045E u і i ї i є e ґ g ß ss æ ae ø o œ oe ł l đ d ı i þ th ð d ə e");

    private static readonly FrozenDictionary<char, string> Russian = Read("ц ts щ shch ы y");

    internal static string Words(string text, string culture, char separator)
    {
        var source = RaisedDigits.Plain(Composition.Nfc(text).ToLowerInvariant());
        var words = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            Append(words, source, i, culture, separator);
        }

        return words.ToString().TrimEnd(separator);
    }

    private static void Append(StringBuilder words, string source, int index, string culture, char separator)
    {
        var letter = source[index];
        if (Latin(source, index, culture) is { } latin)
        {
            words.Append(latin);
        }
        else if (!Letters.IsApostrophe(letter) && !Letters.IsMark(letter)
            && words.Length > 0 && words[^1] != separator)
        {
            words.Append(separator);
        }
    }

    private static string? Latin(string source, int index, string culture)
    {
        var letter = source[index];
        if (culture == "ru" && Russian.TryGetValue(letter, out var russian))
        {
            return russian;
        }

        if (letter == 'ц' && IsVowelAt(source, index - 1) && IsVowelAt(source, index + 1))
        {
            return "ts";
        }

        return Tajik.TryGetValue(letter, out var tajik)
            ? tajik
            : Letters.PlainLatin(letter)?.ToString() ?? Digit(letter);
    }

    private static string? Digit(char letter) =>
        CharUnicodeInfo.GetDecimalDigitValue(letter) is var value and >= 0
            ? value.ToString(CultureInfo.InvariantCulture)
            : null;

    private static bool IsVowelAt(string text, int index) =>
        index >= 0 && index < text.Length && "аеёиӣоуӯыэюя".AsSpan().Contains(text[index]);

    // A hyphen in the table means that the letter is dropped without parting the word.
    private static FrozenDictionary<char, string> Read(string table) =>
        table.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0][0], pair => pair[1] == "-" ? "" : pair[1]);
}
