namespace EgovSites.Platform.Tajik.Cleaning;

/// <summary>Why a letter is taken for another one; the words shown to an editor stand in the strings file.</summary>
public enum RepairReason
{
    /// <summary>A Latin letter inside a Cyrillic word.</summary>
    LatinLookAlike,

    /// <summary>A letter of a neighbouring alphabet: ў for ӯ, ѓ for ғ, ѐ for ё.</summary>
    NeighbourLetter,

    /// <summary>й after a consonant at the end of a word, where only ӣ can stand.</summary>
    ShortIAtWordEnd,
}
