using EgovSites.Platform.Tajik.Spelling;

namespace EgovSites.Platform.Tajik.Legacy;

// The letters of the schemes, as escapes because they cannot be told from others by eye:
// U+0403/0453 Ѓѓ, U+0405/0455 Ѕѕ, U+0406/0456 Іі, U+0407/0457 Її, U+0409/0459 Љљ, U+040A/045A Њњ,
// U+040C/045C Ќќ, U+040E/045E Ўў.
internal static class LegacyLetters
{
    private const string FromA = "\u0403\u0453\u0407\u0457\u040C\u045C\u040E\u045E\u040A\u045A\u0409\u0459";
    private const string To = "ҒғӢӣҚқӮӯҲҳҶҷ";
    private const string FromB = "\u0409\u0459\u040A\u045A\u0405\u0455\u040E\u045E\u0406\u0456\u0407\u0457";

    // Letters of neighbours which no scheme uses: ђ ј ћ џ є ґ.
    private const string Foreign = "\u0402\u0452\u0408\u0458\u040B\u045B\u040F\u045F\u0404\u0454\u0490\u0491";

    // ў alone proves nothing: it is Uzbek and Belarusian, and a common slip for ӯ in clean text.
    internal static bool IsTelling(char letter) =>
        letter is not ('\u040E' or '\u045E')
        && (FromA.AsSpan().Contains(letter) || FromB.AsSpan().Contains(letter));

    internal static bool IsWrittenIn(string word, LegacyScheme scheme) =>
        word.AsSpan().ContainsAny(From(scheme)) && !word.Any(Letters.IsTajikOnly)
        && !IsAlien(word, scheme) && !IsRomanNumeral(word);

    internal static bool IsAlien(string word, LegacyScheme scheme) => word.Any(letter =>
        Foreign.AsSpan().Contains(letter) || (IsTelling(letter) && !From(scheme).Contains(letter)));

    internal static string Read(string word, LegacyScheme scheme) =>
        string.Concat(word.Select(letter => From(scheme).IndexOf(letter) is var at and >= 0 ? To[at] : letter));

    private static ReadOnlySpan<char> From(LegacyScheme scheme) => scheme == LegacyScheme.Adlia ? FromB : FromA;

    // Ukrainian І stands for the Latin one in numerals such as ІІ and ХІ.
    private static bool IsRomanNumeral(string word) => word.All(letter => letter is '\u0406' or 'Х');
}
