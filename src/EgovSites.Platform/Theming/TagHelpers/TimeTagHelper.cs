using System.Globalization;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Theming.Frames;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EgovSites.Platform.Theming.TagHelpers;

/// <summary><c>&lt;time at="instant" as="list"&gt;</c>: a date in words, in Dushanbe's time.</summary>
[HtmlTargetElement("time", Attributes = "at")]
public sealed class TimeTagHelper(SiteLinks links, TimeProvider clock) : TagHelper
{
    public DateTimeOffset At { get; set; }

    /// <summary><c>long</c>, <c>list</c> (without the current year) or <c>minute</c> (with the time of day).</summary>
    public string As { get; set; } = "long";

    /// <summary>The language of the words; that of the page when left out.</summary>
    public string? Culture { get; set; }

    /// <summary>The instant is a deadline: midnight is said as the day before, the last one that counts.</summary>
    public bool Closes { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (culture, day) = (Culture ?? links.Culture, Closes ? Dates.LastDay(At) : Dates.On(At));
        var isByDay = As != "minute" || day != Dates.On(At);
        output.Attributes.SetAttribute("datetime", !isByDay
            ? TimeZoneInfo.ConvertTime(At, Dates.Dushanbe)
                .ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(As switch
        {
            "minute" when !isByDay => Dates.LongWithTime(At, culture),
            "list" => Dates.InList(day, Dates.Today(clock), culture),
            _ => Dates.Long(day, culture),
        });
    }
}
