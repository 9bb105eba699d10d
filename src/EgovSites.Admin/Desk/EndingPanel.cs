using System.Globalization;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Desk;

/// <summary>On the dashboard: what is public and closes within days, the nearest deadline first.</summary>
public sealed class EndingPanel(SiteDbContext db, Standards standards, CurrentTenant current, TimeProvider time)
    : IDeskPanel
{
    private const int Count = 6;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(10);

    public sealed record Row(string ItemId, string Culture, string Title, DateOnly Deadline, int DaysLeft);

    public sealed record Shown(string Slug, DateOnly Today, int Total, IReadOnlyList<Row> Rows) : IDeskFigure
    {
        public DeskFigure Figure => new(Total, "desk.endingSoon", "#ending", Total > 0 ? "warn" : "");
    }

    public int Order => 100;

    public string Partial => "/Desk/_Ending.cshtml";

    // An item closes in all languages at once: it is listed once, in the reader's language where it is public in it.
    public async Task<object?> ModelAsync(Actor actor, CancellationToken cancellation)
    {
        var (now, until, today) = (time.GetUtcNow(), time.GetUtcNow() + Soon, Dates.Today(time));
        var culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var expiring = standards[current.Tenant.Standard].Types.Where(type => type.Behaviours.Expires)
            .Select(type => type.Name).ToList();
        var rows = await db.Set<Publication>()
            .Where(row => expiring.Contains(row.Type) && row.Deadline > now && row.Deadline < until)
            .Select(row => new { row.ItemId, row.Culture, row.Title, row.Deadline }).ToListAsync(cancellation);
        var items = rows.GroupBy(row => row.ItemId)
            .Select(same => same.FirstOrDefault(row => row.Culture == culture) ?? same.First())
            .OrderBy(row => row.Deadline).Select(row => (row, On: Dates.LastDay(row.Deadline!.Value)))
            .Select(pair =>
                new Row(pair.row.ItemId, pair.row.Culture, pair.row.Title, pair.On,
                    pair.On.DayNumber - today.DayNumber)).ToList();
        return new Shown(current.Tenant.Slug, today, items.Count, [.. items.Take(Count)]);
    }
}
