using EgovSites.Platform.Tajik.Spelling;

namespace EgovSites.Platform.Tajik.Legacy;

/// <summary>
/// Finds and repairs texts written for old Tajik fonts (tajik.md 3.4). Ask the editor before the repair and keep the
/// original: the same letters are right in Serbian, Macedonian, Ukrainian, Belarusian and Uzbek.
/// </summary>
public static class LegacyFonts
{
    private const int FewestLetters = 2;
    private const int FewestEvidence = 2;

    /// <summary>
    /// The scheme whose reading of the whole document gives known Tajik words, or null when there are fewer than two
    /// scheme letters, no Tajik word comes out, or both readings are as likely.
    /// </summary>
    public static LegacyFinding? Detect(string text)
    {
        var words = Letters.WordsIn(text).Select(word => word.Text).ToList();
        var suspects = words.Where(IsSuspect).ToList();
        if (suspects.Sum(word => word.Count(LegacyLetters.IsTelling)) < FewestLetters)
        {
            return null;
        }

        var a = Evidence(words, LegacyScheme.TimesNewRomanTj);
        var b = Evidence(words, LegacyScheme.Adlia);
        return Math.Max(a, b) < FewestEvidence || a == b
            ? null
            : Finding(suspects, a > b ? LegacyScheme.TimesNewRomanTj : LegacyScheme.Adlia);
    }

    /// <summary>
    /// The text with the scheme's letters replaced in every word it can have written; words which already hold Tajik
    /// letters, or letters of another language, stay as they are.
    /// </summary>
    public static string Repair(string text, LegacyScheme scheme)
    {
        var repaired = text.ToCharArray();
        foreach (var word in Letters.WordsIn(text).Where(word => LegacyLetters.IsWrittenIn(word.Text, scheme)))
        {
            LegacyLetters.Read(word.Text, scheme).CopyTo(0, repaired, word.Start, word.Text.Length);
        }

        return new string(repaired);
    }

    private static bool IsSuspect(string word) =>
        LegacyLetters.IsWrittenIn(word, LegacyScheme.TimesNewRomanTj)
        || LegacyLetters.IsWrittenIn(word, LegacyScheme.Adlia);

    // A word only this scheme cannot have written speaks against it: Ukrainian is full of і, Serbian of ј.
    private static int Evidence(List<string> words, LegacyScheme scheme) => words.Sum(word =>
        LegacyLetters.IsWrittenIn(word, scheme)
            ? word.Any(LegacyLetters.IsTelling) ? KnownWords.Evidence(LegacyLetters.Read(word, scheme)) : 0
            : LegacyLetters.IsAlien(word, scheme) ? -1 : 0);

    private static LegacyFinding Finding(List<string> suspects, LegacyScheme scheme)
    {
        var words = suspects.Where(word => LegacyLetters.IsWrittenIn(word, scheme)).ToList();
        var sample = words.MaxBy(word => KnownWords.Evidence(LegacyLetters.Read(word, scheme)))!;
        return new LegacyFinding(scheme, words.Count, sample, LegacyLetters.Read(sample, scheme));
    }
}
