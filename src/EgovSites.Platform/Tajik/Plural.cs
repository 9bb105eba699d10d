namespace EgovSites.Platform.Tajik;

/// <summary>The form of a noun after a number; CLDR has no rule for Tajik (tajik.md 3.6).</summary>
public static class Plural
{
    /// <summary>The form for a count: Tajik always one, Russian one of three, English one or many.</summary>
    public static string Choose(long n, string culture, string one, string few, string many) => culture switch
    {
        "tg" => one,
        "ru" => Russian(Math.Abs(n % 100), one, few, many),
        "en" => n is 1 or -1 ? one : many,
        _ => throw Cultures.Unknown(culture),
    };

    private static string Russian(long lastTwo, string one, string few, string many) =>
        (lastTwo, lastTwo % 10) switch
        {
            ( >= 11 and <= 14, _) => many,
            (_, 1) => one,
            (_, >= 2 and <= 4) => few,
            _ => many,
        };
}
