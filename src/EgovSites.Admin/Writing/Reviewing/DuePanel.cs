using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Admin.Writing.Reviewing;

/// <summary>On the dashboard: what should be read again, the longest untouched first.</summary>
public sealed class DuePanel(DueList list, Standards standards, CurrentTenant current) : IDeskPanel
{
    private const int Count = 4;

    public sealed record Shown(string Slug, int Total, IReadOnlyList<DueList.Row> Rows) : IDeskFigure
    {
        public DeskFigure Figure => new(Total, "confirm.due", $"/admin/sites/{Slug}/due", Total > 0 ? "warn" : "good");
    }

    // From 100 on a panel stands at the side.
    public int Order => 110;

    public string Partial => "/Writing/Reviewing/_Due.cshtml";

    public async Task<object?> ModelAsync(Actor actor, CancellationToken cancellation)
    {
        var standard = standards[current.Tenant.Standard];
        var total = await list.CountAsync(standard, cancellation);
        return new Shown(current.Tenant.Slug, total, total == 0 ? []
            : await list.ReadAsync(standard, 0, Count, cancellation));
    }
}
