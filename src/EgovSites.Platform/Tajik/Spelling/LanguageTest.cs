using EgovSites.Platform.Tajik.Legacy;

namespace EgovSites.Platform.Tajik.Spelling;

/// <summary>The letter test for "is it Tajik", with the limits measured in tajik.md 3.9.</summary>
public static class LanguageTest
{
    private const int FewestLetters = 200;

    /// <summary>Judges one paragraph by its shares of stop-words and of Tajik, Russian and old-font letters.</summary>
    public static LanguageVerdict Judge(string text)
    {
        var words = Letters.WordsIn(Composition.Nfc(text)).Select(word => word.Text).ToList();
        var letters = words.Sum(word => word.Length);
        if (letters < FewestLetters)
        {
            return LanguageVerdict.TooShort;
        }

        var stopWords = (double)words.Count(TajikSigns.IsStopWord) / words.Count;
        var (all, own) = (Share(Letters.IsTajikOnly), Share(TajikSigns.IsOwnLetter));
        return Tajik(stopWords, all, own, Share(LegacyLetters.IsTelling))
            ?? (IsRussian(words, Share) ? LanguageVerdict.Russian : LanguageVerdict.Other);

        double Share(Func<char, bool> isCounted) => (double)words.Sum(word => word.Count(isCounted)) / letters;
    }

    // Old fonts first: their stop-words are whole, so that they would pass for Tajik without letters. Where ӣ ӯ ҷ
    // show that it is not Uzbek, fewer stop-words do: 2 of 18 paragraphs of the Declaration of Human Rights need it.
    private static LanguageVerdict? Tajik(double stopWords, double letters, double ownLetters, double legacy) =>
        (stopWords, letters, ownLetters, legacy) switch
        {
            ( >= 0.05, _, _, > 0.01) => LanguageVerdict.LegacyFont,
            ( >= 0.10, >= 0.02, _, _) or ( >= 0.05, >= 0.02, >= 0.01, _) => LanguageVerdict.Tajik,
            ( >= 0.08, < 0.005, _, _) => LanguageVerdict.TajikWithoutLetters,
            _ => null,
        };

    // ы tells Russian from Bulgarian and Ukrainian; letters beyond а-я and ё tell it from Kyrgyz and Belarusian.
    private static bool IsRussian(List<string> words, Func<Func<char, bool>, double> share) =>
        share("ыщьцЫЩЬЦ".Contains) > 0.01 && words.Exists(word => word.AsSpan().ContainsAny('ы', 'Ы'))
        && share(letter => Letters.IsCyrillic(letter) && letter is not ((>= 'А' and <= 'я') or 'ё' or 'Ё')) < 0.01;
}
