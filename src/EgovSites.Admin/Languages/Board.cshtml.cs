using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Sites;


namespace EgovSites.Admin.Languages;

/// <summary>The site's sections by languages: what is missing, behind, unpublished.</summary>
public sealed class BoardModel(SiteDbContext db) : DeskPage
{
    public BoardRow All { get; private set; } = null!;

    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var tally = await Tally.ReadAsync(db, cancellation);
        All = tally.Row(null);
        Rows = [.. Standard.Types.Select(tally.Row).Where(row => row.Items > 0)];
    }

    public string List(BoardRow row, BoardCell.Count count) =>
        Desk($"/content?{(row.Type is null ? "" : $"type={row.Type.Name}&")}missing={Uri.EscapeDataString(count.Filter)}");
}
