using System.Globalization;

namespace EgovSites.Platform.Tajik;

/// <summary>Dates as acts and news of the Republic write them, in the time of Dushanbe (tajik.md 3.6).</summary>
public static class Dates
{
    /// <summary>The zone of every shown time: UTC+5 all year, also where the machine has no zone database.</summary>
    public static TimeZoneInfo Dushanbe { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Dushanbe", out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone("Asia/Dushanbe", TimeSpan.FromHours(5), "Dushanbe", "Dushanbe");

    /// <summary>The date it is now in Dushanbe.</summary>
    public static DateOnly Today(TimeProvider clock) => On(clock.GetUtcNow());

    /// <summary>The date in Dushanbe at an instant.</summary>
    public static DateOnly On(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>
    /// The last day in Dushanbe on which something that closes at an instant is still open: midnight is the end of the
    /// day before.
    /// </summary>
    public static DateOnly LastDay(DateTimeOffset closesAt) => On(closesAt.AddTicks(-1));

    /// <summary>The instant at which a date begins in Dushanbe.</summary>
    public static DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Dushanbe.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>"9 сентябри соли 2025", "9 сентября 2025 г.", "9 September 2025".</summary>
    public static string Long(DateOnly date, string culture) => date.ToString("D", Cultures.Get(culture));

    /// <summary>"09.09.2025" in every culture.</summary>
    public static string Short(DateOnly date, string culture) => date.ToString("d", Cultures.Get(culture));

    /// <summary>The date for lists: "9 сентябр" in the current year, else <see cref="Long"/>.</summary>
    public static string InList(DateOnly date, DateOnly today, string culture) =>
        date.Year == today.Year ? date.ToString("M", Cultures.Get(culture)) : Long(date, culture);

    /// <summary>"9 сентябри соли 2025, 14:30": date and time in Dushanbe.</summary>
    public static string LongWithTime(DateTimeOffset instant, string culture) =>
        Local(instant).ToString("F", Cultures.Get(culture));

    /// <summary>The 24-hour time in Dushanbe, "14:30".</summary>
    public static string Time(DateTimeOffset instant) =>
        Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The month alone: "сентябр", "сентябрь", "September"; months count from 1.</summary>
    public static string MonthName(int month, string culture) =>
        Cultures.Get(culture).DateTimeFormat.GetMonthName(month);

    /// <summary>The month of a year: "сентябри соли 2025", "сентябрь 2025 г.", "September 2025".</summary>
    public static string Month(int year, int month, string culture) =>
        new DateOnly(year, month, 1).ToString("y", Cultures.Get(culture));

    /// <summary>"сешанбе", "вторник", "Tuesday"; lower-case душанбе is Monday, not the capital.</summary>
    public static string WeekDay(DayOfWeek day, string culture) =>
        Cultures.Get(culture).DateTimeFormat.GetDayName(day);

    private static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Dushanbe);
}
