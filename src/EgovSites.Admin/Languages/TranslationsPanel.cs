using EgovSites.Admin.Lists;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Admin.Languages;

/// <summary>On the dashboard: items whose translations are missing or outdated, the newest first.</summary>
public sealed class TranslationsPanel(ContentList list, Standards standards, CurrentTenant current) : IDeskPanel
{
    private const int Count = 5;

    public sealed record Shown(string Slug, Standard Standard, int Total, IReadOnlyList<ContentRow> Rows) : IDeskFigure
    {
        public string List => $"/admin/sites/{Slug}/content?missing={LanguageFilter.Wanting}";

        public DeskFigure Figure => new(Total, "content.wanting", List, Total > 0 ? "warn" : "good");
    }

    public int Order => 30;

    public string Partial => "/Languages/_Wanting.cshtml";

    public async Task<object?> ModelAsync(Actor actor, CancellationToken cancellation)
    {
        var wanting = new ContentFilter(null, null, LanguageFilter.Wanting, null);
        var (rows, pages) = await list.ReadAsync(wanting, ContentOrder.Newest, 1, Count, cancellation);
        return new Shown(current.Tenant.Slug, standards[current.Tenant.Standard], pages.Total, rows);
    }
}
