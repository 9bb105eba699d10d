using EgovSites.Platform.Tajik.Spelling;


namespace EgovSites.Platform.Media.Kinds;

/// <summary>
/// How much a text looks like Cyrillic words: read in a wrong writing it has capitals behind small letters, frames and
/// stray signs.
/// </summary>
internal static class CyrillicScore
{
    /// <summary>Above it a guess is worth showing.</summary>
    public const double Enough = 0.5;

    private const string Frequent = "оаеинтсрвлкмдп";

    /// <summary>About 1 for words, below 0 for noise, 0 where nothing beyond ASCII stands.</summary>
    public static double Of(string text)
    {
        var (score, all) = (0.0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAscii(text[i]))
            {
                score += Worth(text[i], i > 0 ? text[i - 1] : ' ');
                all++;
            }
        }

        return all == 0 ? 0 : score / all;
    }

    private static double Worth(char letter, char before) =>
        letter is '№' or '«' or '»' or '–' or '—' or '\u00A0' or '“' or '”' or '…' ? 0.8
        : !Letters.IsCyrillic(letter) || Letters.IsLatin(before) ? -1
        : char.IsUpper(letter) && char.IsLower(before) ? -1
        : Frequent.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal) ? 1.2 : 0.4;
}
