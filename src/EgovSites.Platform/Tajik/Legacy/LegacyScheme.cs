namespace EgovSites.Platform.Tajik.Legacy;

/// <summary>The font encodings of old Tajik documents, which look like Serbian or Ukrainian letters.</summary>
public enum LegacyScheme
{
    /// <summary>Scheme A of tajik.md 3.4, the font "Times New Roman Tj": Њ is Ҳ, Љ is Ҷ, Ї is Ӣ.</summary>
    TimesNewRomanTj,

    /// <summary>Scheme B of tajik.md 3.4, the acts of adlia.tj: І is Ҳ, Ї is Ҷ, Њ is Ӣ.</summary>
    Adlia,
}
