namespace EgovSites.Platform.Localization;

/// <summary>The same words in the three languages of the platform; none stands in for another.</summary>
public sealed record Trilingual(string Tg, string Ru, string En)
{
    public static Trilingual Empty { get; } = new("", "", "");

    /// <summary>The words in one culture; an unknown culture throws.</summary>
    public string this[string culture] => culture switch
    {
        "tg" => Tg,
        "ru" => Ru,
        "en" => En,
        _ => throw new ArgumentOutOfRangeException(nameof(culture), culture, "The platform speaks tg, ru and en."),
    };

    public Trilingual With(string culture, string words) => culture switch
    {
        "tg" => this with { Tg = words },
        "ru" => this with { Ru = words },
        "en" => this with { En = words },
        _ => throw new ArgumentOutOfRangeException(nameof(culture), culture, "The platform speaks tg, ru and en."),
    };
}
