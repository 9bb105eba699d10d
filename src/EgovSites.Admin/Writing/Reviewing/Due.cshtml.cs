using EgovSites.Platform.Content;
using EgovSites.Platform.Desk;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Writing.Reviewing;

/// <summary>What is public and has not been looked at for as long as its type allows.</summary>
public sealed class DueModel(DueList list) : DeskPage
{
    private const int PageSize = 30;

    private string? _done;

    public IReadOnlyList<DueList.Row> Rows { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    /// <summary>What was confirmed a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done
    {
        get => _done;
        set => _done = Ids.IsId(value ?? "") ? value : null;
    }

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        Pages = Layouts.Pages.Of(number, await list.CountAsync(Standard, cancellation), PageSize);
        Rows = await list.ReadAsync(Standard, Pages.Skip, PageSize, cancellation);
    }
}
