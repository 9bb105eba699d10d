using EgovSites.Platform.Tajik.Cleaning;


namespace EgovSites.Admin.Writing.Checking;

/// <summary>How each kind of suspicious letters is explained.</summary>
public static class LettersWords
{
    public static string KeyOf(HygieneKind kind) => kind switch
    {
        HygieneKind.LegacyFont => "letters.legacyFont",
        HygieneKind.Koi8 => "letters.koi8",
        HygieneKind.LatinLookAlike => "letters.latin",
        HygieneKind.NeighbourLetter => "letters.neighbour",
        HygieneKind.ShortIAtWordEnd => "letters.shortI",
        HygieneKind.WithoutLetters => "letters.without",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this kind."),
    };
}
