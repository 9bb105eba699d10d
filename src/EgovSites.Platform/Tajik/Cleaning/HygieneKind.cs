namespace EgovSites.Platform.Tajik.Cleaning;

/// <summary>What is suspicious about a word or a paragraph.</summary>
public enum HygieneKind
{
    /// <summary>Written for an old Tajik font.</summary>
    LegacyFont,

    /// <summary>KOI8-T read as another code page.</summary>
    Koi8,

    /// <summary>A Latin letter inside a Cyrillic word.</summary>
    LatinLookAlike,

    /// <summary>A letter of a neighbouring alphabet, such as ў for ӯ.</summary>
    NeighbourLetter,

    /// <summary>й at the end of a word where ӣ belongs.</summary>
    ShortIAtWordEnd,

    /// <summary>A paragraph of Tajik typed without ғ ӣ қ ӯ ҳ ҷ; nothing can repair it but a person.</summary>
    WithoutLetters,
}
