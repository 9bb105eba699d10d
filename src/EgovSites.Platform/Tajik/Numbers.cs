using System.Globalization;

namespace EgovSites.Platform.Tajik;

/// <summary>Numbers as CLDR has them: 1 234 567,89 with no-break spaces (tajik.md 3.6).</summary>
public static class Numbers
{
    private const int Thousand = 1024;

    /// <summary>"1 234 567"; "1,234,567" in English.</summary>
    public static string Whole(long number, string culture) => number.ToString("N0", Cultures.Get(culture));

    /// <summary>A number with so many decimals: "1 234 567,89".</summary>
    public static string Decimal(decimal number, int decimals, string culture) =>
        number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Cultures.Get(culture));

    /// <summary>An amount of somoni: "1 484,80 сом.", "TJS 1,484.80"; its spaces do not break.</summary>
    public static string Money(decimal somoni, string culture) => somoni.ToString("C2", Cultures.Get(culture));

    /// <summary>A size in steps of 1024: "420 КБ", "1,1 МБ"; never "1 024 КБ" but "1 МБ".</summary>
    public static string FileSize(long bytes, string culture)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        var (size, unit) = ((decimal)bytes, 0);
        while (unit < 3 && Shown(size, unit) >= Thousand)
        {
            (size, unit) = (size / Thousand, unit + 1);
        }

        return $"{Shown(size, unit).ToString("#,##0.#", Cultures.Get(culture))}\u00A0{Units(culture)[unit]}";
    }

    /// <summary>The units of sizes, each 1024 times the one before it.</summary>
    public static IReadOnlyList<string> Units(string culture) =>
        culture == "en" ? ["B", "KB", "MB", "GB"] : ["Б", "КБ", "МБ", "ГБ"];

    // Tenths of a kilobyte tell a reader nothing; tenths of a megabyte do.
    private static decimal Shown(decimal size, int unit) =>
        Math.Round(size, unit < 2 ? 0 : 1, MidpointRounding.AwayFromZero);

}
