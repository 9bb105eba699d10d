using System.Buffers;
using System.Collections.Frozen;

namespace EgovSites.Platform.Tajik.Spelling;

// What tells Tajik from its neighbours: stop-words, the letters ӣ ӯ ҷ, and the others' own letters and words.
internal static class TajikSigns
{
    private const int TitleWords = 5;
    private const string OwnLetters = "ӣӯҷӢӮҶ";

    private static readonly FrozenSet<string> StopWords =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ва", "дар", "ба", "аз", "ки", "бо", "барои", "ин");

    private static readonly FrozenSet<string> UzbekWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "билан", "учун", "бўлган", "бўйича", "эмас", "ёки", "ҳамда");

    // ѕ і ї љ њ ќ є ј ђ ћ џ ґ in both cases: legacy fonts or foreign words, in any case no slip for ӯ ғ ё.
    private static readonly SearchValues<char> ForeignLetters = SearchValues.Create(
        "\u0405\u0455\u0406\u0456\u0407\u0457\u0409\u0459\u040A\u045A\u040C\u045C"
        + "\u0404\u0454\u0408\u0458\u0402\u0452\u040B\u045B\u040F\u045F\u0490\u0491");

    internal static bool IsStopWord(string word) => StopWords.Contains(word);

    internal static bool IsOwnLetter(char letter) => OwnLetters.AsSpan().Contains(letter);

    internal static bool IsForeign(string word) => word.AsSpan().ContainsAny(ForeignLetters);

    // A title of a few words need not prove that it is Tajik; a longer text must.
    internal static bool IsLikely(string text)
    {
        var words = Letters.WordsIn(text).Select(word => word.Text).ToList();
        var foreign = words.Count(word => IsForeign(word) || UzbekWords.Contains(word));
        return foreign < words.Count(IsOwn) || (foreign == 0 && words.Count <= TitleWords);
    }

    // Uzbek has "ва" too.
    private static bool IsOwn(string word) =>
        word.Any(IsOwnLetter) || (IsStopWord(word) && !word.Equals("ва", StringComparison.OrdinalIgnoreCase));
}
