using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EgovSites.Platform.Tajik;

/// <summary>
/// The three cultures of every site and their formats. This folder is the Tajik language as pure functions:
/// dates, numbers, alphabet, search folding, slugs and the repair of old texts (docs: tajik.md).
/// </summary>
public static partial class Cultures
{
    /// <summary>The culture of a reader who asked for none: Tajik, the state language.</summary>
    public const string Default = "tg";

    private static readonly FrozenDictionary<string, CultureInfo> Formats = new[]
    {
        Build("tg", "d MMMM'и соли' yyyy", "MMMM'и соли' yyyy"),
        Build("ru", "d MMMM yyyy 'г.'", "MMMM yyyy 'г.'"),
        Build("en", "d MMMM yyyy", "MMMM yyyy"),
    }.ToFrozenDictionary(culture => culture.Name, StringComparer.Ordinal);

    /// <summary>All cultures in the order in which sites offer them.</summary>
    public static IReadOnlyList<string> All { get; } = Array.AsReadOnly(["tg", "ru", "en"]);

    /// <summary>Says whether the name is one of <see cref="All"/>, written exactly so.</summary>
    public static bool IsKnown(string? name) => name is not null && Formats.ContainsKey(name);

    /// <summary>The read-only formats of a known culture, as officials write; throws for any other name.</summary>
    public static CultureInfo Get(string name) =>
        Formats.TryGetValue(name, out var culture) ? culture : throw Unknown(name);

    /// <summary>The name a culture has in its own language.</summary>
    public static string NativeName(string name) => name switch
    {
        "tg" => "Тоҷикӣ",
        "ru" => "Русский",
        "en" => "English",
        _ => throw Unknown(name),
    };

    /// <summary>
    /// Reads a culture name in any spelling met in URLs and imports, "tj" for Tajik too; null when it is none of ours.
    /// </summary>
    public static string? Parse(string? name)
    {
        var match = Tag().Match(name ?? "");
        var language = match.Groups["language"].Value.ToLowerInvariant();
        return !match.Success ? null : language == "tj" ? "tg" : language;
    }

    /// <summary>The culture an Accept-Language header likes best, Tajik when it names none of ours.</summary>
    public static string BestOf(string? acceptLanguageHeader) =>
        (acceptLanguageHeader ?? "").Split(',').Select(ReadWish)
            .Where(wish => wish.Culture is not null && wish.Weight > 0)
            .OrderByDescending(wish => wish.Weight)
            .Select(wish => wish.Culture)
            .FirstOrDefault() ?? Default;

    internal static CultureNotFoundException Unknown(string name) =>
        new(nameof(name), name, "The cultures are tg, ru and en.");

    private static (string? Culture, decimal Weight) ReadWish(string item)
    {
        var parts = item.Split(';', StringSplitOptions.TrimEntries);
        var culture = parts[0] == "*" ? Default : Parse(parts[0]);
        var weight = Array.Find(parts, part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        return (culture, weight is null ? 1 : ReadWeight(weight[2..]));
    }

    private static decimal ReadWeight(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            ? Math.Min(weight, 1)
            : 0;

    private static CultureInfo Build(string name, string longDate, string yearMonth)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        if (name == "tg")
        {
            WriteTajikNames(culture.DateTimeFormat);
        }

        WriteDates(culture.DateTimeFormat, longDate, yearMonth);
        WriteNumbers(culture.NumberFormat, isEnglish: name == "en");

        // CultureInfo.ReadOnly leaves the formats of a culture without a country open to change.
        culture.DateTimeFormat = DateTimeFormatInfo.ReadOnly(culture.DateTimeFormat);
        culture.NumberFormat = NumberFormatInfo.ReadOnly(culture.NumberFormat);
        return CultureInfo.ReadOnly(culture);
    }

    // CLDR capitalises the names and has no izofa; the "и" of "сентябри соли" stands in the patterns,
    // so that "d MMMM" stays "9 сентябр".
    private static void WriteTajikNames(DateTimeFormatInfo dates)
    {
        string[] months =
        [
            "январ", "феврал", "март", "апрел", "май", "июн",
            "июл", "август", "сентябр", "октябр", "ноябр", "декабр", "",
        ];
        string[] shortMonths =
        [
            "янв", "фев", "мар", "апр", "май", "июн",
            "июл", "авг", "сен", "окт", "ноя", "дек", "",
        ];
        dates.MonthNames = months;
        dates.MonthGenitiveNames = months;
        dates.AbbreviatedMonthNames = shortMonths;
        dates.AbbreviatedMonthGenitiveNames = shortMonths;
        dates.DayNames = ["якшанбе", "душанбе", "сешанбе", "чоршанбе", "панҷшанбе", "ҷумъа", "шанбе"];
        dates.AbbreviatedDayNames = ["яшб", "дшб", "сшб", "чшб", "пшб", "ҷмъ", "шнб"];
        dates.ShortestDayNames = ["яшб", "дшб", "сшб", "чшб", "пшб", "ҷмъ", "шнб"];
    }

    private static void WriteDates(DateTimeFormatInfo dates, string longDate, string yearMonth)
    {
        dates.FirstDayOfWeek = DayOfWeek.Monday;
        dates.DateSeparator = ".";
        dates.TimeSeparator = ":";
        dates.ShortDatePattern = "dd.MM.yyyy";
        dates.LongDatePattern = longDate;
        dates.YearMonthPattern = yearMonth;
        dates.MonthDayPattern = "d MMMM";
        dates.ShortTimePattern = "HH:mm";
        dates.LongTimePattern = "HH:mm:ss";
        dates.FullDateTimePattern = longDate + ", HH:mm";
    }

    // The no-break space is part of the sign: .NET's own "n $" patterns put a space at which a line may break.
    private static void WriteNumbers(NumberFormatInfo numbers, bool isEnglish)
    {
        var (group, point) = isEnglish ? (",", ".") : ("\u00A0", ",");
        numbers.NegativeSign = "-";
        numbers.NumberGroupSeparator = numbers.CurrencyGroupSeparator = numbers.PercentGroupSeparator = group;
        numbers.NumberDecimalSeparator = numbers.CurrencyDecimalSeparator = numbers.PercentDecimalSeparator = point;
        numbers.NumberGroupSizes = numbers.CurrencyGroupSizes = numbers.PercentGroupSizes = [3];
        numbers.CurrencyDecimalDigits = 2;
        numbers.CurrencySymbol = isEnglish ? "TJS\u00A0" : "\u00A0сом.";
        numbers.CurrencyPositivePattern = isEnglish ? 0 : 1;
        numbers.CurrencyNegativePattern = isEnglish ? 1 : 5;
    }

    [GeneratedRegex(@"^\s*(?<language>tg|tj|ru|en)([-_][a-z]{4})?([-_]([a-z]{2}|\d{3}))?\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
