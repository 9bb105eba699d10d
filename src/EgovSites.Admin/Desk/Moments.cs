using EgovSites.Platform.Localization;
using EgovSites.Platform.Tajik;

namespace EgovSites.Admin.Desk;

/// <summary>
/// Says when something happened as colleagues do: today and yesterday with the time, older things by date.
/// </summary>
public sealed class Moments(Words words, TimeProvider time)
{
    public string Say(DateTimeOffset at, string culture)
    {
        var (date, today) = (Dates.On(at), Dates.Today(time));
        return date == today ? words.In(culture, "desk.today", Dates.Time(at))
            : date == today.AddDays(-1) ? words.In(culture, "desk.yesterday", Dates.Time(at))
            : Dates.InList(date, today, culture);
    }
}
