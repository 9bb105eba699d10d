using EgovSites.Platform.Tajik.Legacy;

namespace EgovSites.Platform.Tajik.Spelling;

/// <summary>What a paragraph is written in, as far as its letters and stop-words tell.</summary>
public enum LanguageVerdict
{
    /// <summary>Fewer than 200 letters: names and quotations would decide.</summary>
    TooShort,

    /// <summary>Tajik with its letters.</summary>
    Tajik,

    /// <summary>Tajik typed without ғ ӣ қ ӯ ҳ ҷ: warn the editor.</summary>
    TajikWithoutLetters,

    /// <summary>Tajik in an old font's letters: see <see cref="LegacyFonts"/>.</summary>
    LegacyFont,

    /// <summary>Russian.</summary>
    Russian,

    /// <summary>Another language, or a mixture no rule fits.</summary>
    Other,
}
