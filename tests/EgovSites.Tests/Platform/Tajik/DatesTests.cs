using EgovSites.Platform.Tajik;

namespace EgovSites.Tests.Platform.Tajik;

public class DatesTests
{
    private static readonly DateOnly Day = new(2025, 9, 9);
    private static readonly DateTimeOffset Evening = new(2025, 9, 9, 19, 30, 0, TimeSpan.Zero);

    [TestCase("tg", "9 сентябри соли 2025")]
    [TestCase("ru", "9 сентября 2025 г.")]
    [TestCase("en", "9 September 2025")]
    public void A_long_date_is_written_as_in_acts(string culture, string expected)
    {
        Assert.That(Dates.Long(Day, culture), Is.EqualTo(expected));
    }

    [TestCase(2017, 7, 10, "10 июли соли 2017")]
    [TestCase(1996, 12, 14, "14 декабри соли 1996")]
    [TestCase(2026, 5, 1, "1 майи соли 2026")]
    [TestCase(2026, 8, 31, "31 августи соли 2026")]
    public void A_Tajik_month_takes_the_izofa(int year, int month, int day, string expected)
    {
        Assert.That(Dates.Long(new DateOnly(year, month, day), "tg"), Is.EqualTo(expected));
    }

    [Test]
    public void A_short_date_is_the_same_in_every_culture([Values("tg", "ru", "en")] string culture)
    {
        Assert.That(Dates.Short(Day, culture), Is.EqualTo("09.09.2025"));
    }

    [TestCase("tg", "9 сентябр", "9 сентябри соли 2025")]
    [TestCase("ru", "9 сентября", "9 сентября 2025 г.")]
    [TestCase("en", "9 September", "9 September 2025")]
    public void A_list_leaves_out_the_current_year_only(string culture, string thisYear, string otherYear)
    {
        Assert.That(Dates.InList(Day, new DateOnly(2025, 12, 31), culture), Is.EqualTo(thisYear));
        Assert.That(Dates.InList(Day, new DateOnly(2026, 1, 1), culture), Is.EqualTo(otherYear));
    }

    [TestCase("tg", "10 сентябри соли 2025, 00:30")]
    [TestCase("ru", "10 сентября 2025 г., 00:30")]
    [TestCase("en", "10 September 2025, 00:30")]
    public void An_instant_is_shown_in_the_time_of_Dushanbe(string culture, string expected)
    {
        Assert.That(Dates.LongWithTime(Evening, culture), Is.EqualTo(expected));
        Assert.That(Dates.Time(Evening), Is.EqualTo("00:30"));
        Assert.That(Dates.On(Evening), Is.EqualTo(new DateOnly(2025, 9, 10)));
    }

    [Test]
    public void Today_turns_at_midnight_of_Dushanbe()
    {
        Assert.That(Dates.Today(new StoppedClock(Evening)), Is.EqualTo(new DateOnly(2025, 9, 10)));
        Assert.That(Dates.Today(new StoppedClock(Evening.AddHours(-1))), Is.EqualTo(new DateOnly(2025, 9, 9)));
    }

    [TestCase("tg", "сентябр", "сентябри соли 2025", "сешанбе")]
    [TestCase("ru", "сентябрь", "сентябрь 2025 г.", "вторник")]
    [TestCase("en", "September", "September 2025", "Tuesday")]
    public void Months_and_days_have_their_names(string culture, string name, string ofYear, string weekDay)
    {
        Assert.That(Dates.MonthName(9, culture), Is.EqualTo(name));
        Assert.That(Dates.Month(2025, 9, culture), Is.EqualTo(ofYear));
        Assert.That(Dates.WeekDay(Day.DayOfWeek, culture), Is.EqualTo(weekDay));
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
