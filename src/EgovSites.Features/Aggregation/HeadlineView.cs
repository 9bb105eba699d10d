using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Features.Aggregation;

/// <summary>A headline with the agency whose it is.</summary>
public sealed record HeadlineView(Headline Row, Tenant Agency, DateTimeOffset Now)
{
    /// <summary>The name of the region, where the agency's own name does not say it.</summary>
    public Term? RegionIn(Standard standard) =>
        Row.KindGroup == KindGroup.Localities ? standard.Taxonomies["regions"].Find(Row.Region) : null;

    public PictureView? Picture => Row.PictureJson is { } json ? PictureView.Of(JsonNode.Parse(json)!) : null;

    public bool IsClosed => Row.Deadline <= Now;

    /// <summary>Whole days until the last day, counted in Dushanbe; 0 is today.</summary>
    public int? DaysLeft =>
        Row.Deadline is { } deadline ? Dates.LastDay(deadline).DayNumber - Dates.On(Now).DayNumber : null;
}
